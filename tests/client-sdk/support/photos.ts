import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

/** The photographs of letters lie beside the repository: they are not part of it. */
const folder = fileURLToPath(new URL("../../../../shared/data/hands/", import.meta.url));

/** Whether the photographs are there. */
export const hasPhotos = existsSync(join(folder, "reference.json"));

/** Hands that MediaPipe finds in each photo, by file name. */
export function referenceHands(): Record<string, { hands: unknown[] }> {
  return JSON.parse(readFileSync(join(folder, "reference.json"), "utf8"));
}

/** Path of a photo. */
export function photoPath(name: string): string {
  return join(folder, "photos", name);
}

/**
 * A clip for Chromium's fake camera: JPEGs of 640 × 480, one after the other, each photo `frames` times. Chromium plays
 * 30 a second, over and over.
 */
export async function photoClip(names: readonly string[], frames: number): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "signify-clip-")), "clip.mjpeg");
  const parts: Uint8Array[] = [];
  for (const name of names) {
    const jpeg = await sharp(photoPath(name))
      .resize(640, 480, { fit: "contain", background: "#888" })
      .jpeg({ quality: 90 })
      .toBuffer();
    for (let frame = 0; frame < frames; frame++) parts.push(jpeg);
  }
  await Bun.write(path, new Blob(parts as Uint8Array<ArrayBuffer>[]));
  return path;
}
