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

function photoPath(name: string): string {
  return join(folder, "photos", name);
}

/**
 * Photos as progressive JPEGs, by file name, and where they lie. The server decodes those exactly, as a browser does; for
 * a camera's baseline JPEGs it takes a faster way whose colours are a little off, which moves landmarks by about 0.003.
 */
export async function exactPhotos(names: readonly string[]): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "signify-photos-"));
  const paths = new Map(names.map((name): [string, string] => [name, join(folder, name)]));
  for (const [name, path] of paths) {
    await sharp(photoPath(name)).jpeg({ quality: 95, progressive: true }).toFile(path);
  }
  return paths;
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
