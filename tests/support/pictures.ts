import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Letter } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import { photoPath } from "@signify/tools/photos";
import sharp from "sharp";

const fixtures = fileURLToPath(new URL("../fixtures/reference-hand/", import.meta.url));

/** Letters whose picture here is read without doubt, each unlike the others. */
export const plainLetters = ["B", "C", "L", "W"] as const satisfies readonly Letter[];

/** A JPEG of a hand that signs this letter: a photograph where there are some, else a rendered hand. */
export function letterPicture(letter: Letter): Uint8Array<ArrayBuffer> {
  const path = [photoPath(`${letter}-f1.jpg`), `${fixtures}${letter}.jpg`].find(existsSync);
  if (!path) throw new Error(`There is no picture of ${letter} in tests/fixtures/reference-hand.`);
  return new Uint8Array(readFileSync(path));
}

/** A picture without a hand: a plain wall. */
export async function wallPicture(): Promise<Uint8Array<ArrayBuffer>> {
  return solidPicture(320, 240);
}

/** A JPEG of one color. */
export async function solidPicture(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp({ create: { width, height, channels: 3, background: "#a09080" } });
  return new Uint8Array(await picture.jpeg({ quality: 60 }).toBuffer());
}

/** A request of the original protocol. */
export function originalFrame(jpeg: Uint8Array, more: { new_letter?: string } = {}): string {
  return JSON.stringify({ jpeg_blob: Buffer.from(jpeg).toString("base64"), ...more });
}

/** A binary picture frame of the typed protocol. */
export function typedFrame(jpeg: Uint8Array, sequence: number): Uint8Array<ArrayBuffer> {
  return encodeFrame({ kind: "picture", jpeg, sequence, capturedAt: sequence * 33, mirrored: false });
}
