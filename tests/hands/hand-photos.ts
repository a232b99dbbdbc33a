import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A hand that MediaPipe Tasks found: `landmarks` is [21, 3], x and y in 0..1 of the picture. */
export type ReferenceHand = { handedness: "Left" | "Right"; score: number; landmarks: number[] };

/** What MediaPipe Tasks found in one photo. */
export type Reference = { width: number; height: number; hands: ReferenceHand[] };

/**
 * The photographs of hands, which are not part of the repository: they lie in `shared/data/hands` beside it.
 * `missing` says why they cannot be used, and is empty when they can.
 */
export type HandPhotos = {
  missing: string;
  /** File names, in order. */
  names: string[];
  read(name: string): Uint8Array;
  reference: Record<string, Reference>;
};

/** The one letter photo that shows no hand. */
export const photoWithoutHand = "A-t9.jpg";

/** Opens the photographs, or says that they are not there. */
export function openHandPhotos(): HandPhotos {
  const directory = join(import.meta.dir, "..", "..", "..", "shared", "data", "hands");
  if (!existsSync(join(directory, "reference.json"))) {
    const missing = "skipped: there is no shared/data/hands beside the repository";
    process.stderr.write(`hand photos: ${missing}\n`);
    return { missing, names: [], read: () => new Uint8Array(0), reference: {} };
  }
  return {
    missing: "",
    names: readdirSync(join(directory, "photos"))
      .filter((name) => name.endsWith(".jpg"))
      .sort(),
    read: (name) => readFileSync(join(directory, "photos", name)),
    reference: JSON.parse(readFileSync(join(directory, "reference.json"), "utf8")),
  };
}

/** Whether a photo shows a letter, and not one of MediaPipe's gestures. */
export function isLetterPhoto(name: string): boolean {
  return !name.startsWith("gesture-");
}
