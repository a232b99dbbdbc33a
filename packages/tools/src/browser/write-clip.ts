import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Chromium's fake camera plays a .mjpeg file at this many pictures a second. */
export const clipFramesPerSecond = 30;

/** A JPEG and how many pictures of the clip it makes. */
export type ClipPart = { jpeg: Uint8Array; frames: number };

/** Writes a clip for Chromium's fake camera, JPEGs of one size one after the other, and answers its path. */
export async function writeClip(parts: readonly ClipPart[]): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "signify-clip-")), "clip.mjpeg");
  const pictures = parts.flatMap(({ jpeg, frames }) => {
    const picture = new Blob([jpeg as Uint8Array<ArrayBuffer>]);
    return Array.from({ length: frames }, () => picture);
  });
  await Bun.write(path, new Blob(pictures));
  return path;
}
