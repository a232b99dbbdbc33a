import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { photoPath } from "@signify/tools/photos";
import sharp from "sharp";

/**
 * Photos as progressive JPEGs, by file name, and where they lie. The server decodes those exactly, as a browser does; for
 * a camera's baseline JPEGs it takes a faster way whose colors are a little off, which moves landmarks by about 0.003.
 */
export async function exactPhotos(names: readonly string[]): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "signify-photos-"));
  const paths = new Map(names.map((name): [string, string] => [name, join(folder, name)]));
  for (const [name, path] of paths) {
    await sharp(photoPath(name)).jpeg({ quality: 95, progressive: true }).toFile(path);
  }
  return paths;
}
