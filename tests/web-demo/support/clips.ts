import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Letter } from "@signify/core";

const fixtures = fileURLToPath(new URL("../../fixtures/reference-hand/", import.meta.url));
/** Chromium plays .mjpeg files at this many pictures a second. */
const framesPerSecond = 30;

/** The path of a still letter of the reference hand. */
export function letterPicture(letter: Letter): string {
  return join(fixtures, `${letter}.jpg`);
}

/** A clip for the fake camera that holds each letter for some seconds, from the pictures in the repository. */
export async function heldLetters(letters: readonly Letter[], seconds: number): Promise<string> {
  const parts: Blob[] = [];
  for (const letter of letters) {
    const picture = new Blob([await Bun.file(letterPicture(letter)).arrayBuffer()]);
    for (let frame = 0; frame < seconds * framesPerSecond; frame += 1) parts.push(picture);
  }
  return writeClip(new Blob(parts));
}

/** A clip of J or Z with its movement, as slow as a learner's, and a rest before and after it, over and over. */
export async function movingLetter(letter: "J" | "Z"): Promise<string> {
  const parts: Blob[] = [];
  const paths = movementPictures(letter);
  for (const [index, path] of paths.entries()) {
    const picture = new Blob([await Bun.file(path).arrayBuffer()]);
    const rests = index === 0 || index === paths.length - 1;
    // Filmed at 15 a second, shown at 30.
    for (let times = rests ? framesPerSecond / 2 : 3; times > 0; times -= 1) parts.push(picture);
  }
  return writeClip(new Blob(parts));
}

/** A clip of the hand as it is when the movement begins, without the movement. */
export async function stillHandOf(letter: "J" | "Z"): Promise<string> {
  const [first = ""] = movementPictures(letter);
  const picture = new Blob([await Bun.file(first).arrayBuffer()]);
  return writeClip(new Blob(Array.from({ length: 2 * framesPerSecond }, () => picture)));
}

function movementPictures(letter: "J" | "Z"): string[] {
  return [...new Bun.Glob(`${letter}-*.jpg`).scanSync(fixtures)].sort().map((name) => join(fixtures, name));
}

async function writeClip(content: Blob): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "signify-clip-")), "clip.mjpeg");
  await Bun.write(path, content);
  return path;
}
