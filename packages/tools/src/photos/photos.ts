import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The photographs of letters lie beside the repository: they are not part of it. */
const folder = fileURLToPath(new URL("../../../../../shared/data/hands/", import.meta.url));
const reference = join(folder, "reference.json");

/** Whether the photographs are there. */
export const hasPhotos = existsSync(reference);

/** Added to the name of what needs them, so that a run without them says what it left out. */
export const withoutPhotos = hasPhotos ? "" : " (skipped: no photographs beside the repository)";

/** The path of a photograph by its file name. */
export function photoPath(name: string): string {
  return join(folder, "photos", name);
}

/** Hands that MediaPipe finds in each photograph, by file name. */
export function referenceHands(): Record<string, { hands: unknown[] }> {
  return JSON.parse(readFileSync(reference, "utf8"));
}
