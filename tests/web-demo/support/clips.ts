import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Letter } from "@signify/core";
import { type ClipPart, clipFramesPerSecond, writeClip } from "@signify/tools/browser";
import sharp from "sharp";

const fixtures = fileURLToPath(new URL("../../fixtures/reference-hand/", import.meta.url));

/** The path of a still letter of the reference hand. */
export function letterPicture(letter: Letter): string {
  return join(fixtures, `${letter}.jpg`);
}

/** A clip for the fake camera that holds each letter for some seconds, from the pictures in the repository. */
export async function heldLetters(letters: readonly Letter[], seconds: number): Promise<string> {
  const frames = seconds * clipFramesPerSecond;
  return writeClip(await Promise.all(letters.map((letter) => held(letterPicture(letter), frames))));
}

/** A clip of J or Z with its movement, as slow as a learner's, and a rest before and after it, over and over. */
export async function movingLetter(letter: "J" | "Z"): Promise<string> {
  const paths = movementPictures(letter);
  const parts = paths.map((path, index) => {
    const rests = index === 0 || index === paths.length - 1;
    // Filmed at 15 a second, shown at 30.
    return held(path, rests ? clipFramesPerSecond / 2 : 3);
  });
  return writeClip(await Promise.all(parts));
}

/** A clip of the hand as it is when the movement begins, without the movement. */
export async function stillHandOf(letter: "J" | "Z"): Promise<string> {
  const [first = ""] = movementPictures(letter);
  return writeClip([await held(first, 2 * clipFramesPerSecond)]);
}

/** A clip of a letter that both hands hold, one as in a mirror. */
export async function bothHands(letter: Letter): Promise<string> {
  const half = { left: 160, top: 0, width: 320, height: 480 };
  const right = await sharp(letterPicture(letter)).extract(half).toBuffer();
  const left = await sharp(right).flop().toBuffer();
  const jpeg = await sharp(letterPicture(letter))
    .composite([
      { input: right, left: 0, top: 0 },
      { input: left, left: 320, top: 0 },
    ])
    .jpeg({ quality: 90 })
    .toBuffer();
  return writeClip([{ jpeg, frames: clipFramesPerSecond }]);
}

async function held(path: string, frames: number): Promise<ClipPart> {
  return { jpeg: await Bun.file(path).bytes(), frames };
}

function movementPictures(letter: "J" | "Z"): string[] {
  return [...new Bun.Glob(`${letter}-*.jpg`).scanSync(fixtures)].sort().map((name) => join(fixtures, name));
}
