import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Letter, landmarkFrameLength, letterAt } from "@signify/core";
import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { readSafetensors, type Tensors } from "./safetensors.ts";

const Source = Type.Object({
  file: Type.String(),
  kind: Type.Union([Type.Literal("static"), Type.Literal("sequence")]),
  aspect: Type.Number(),
  frozenMotionLetters: Type.String(),
  suspectLetters: Type.String(),
});

/** One source of `sources.json`. */
export type LetterSource = Static<typeof Source>;

/** One labeled sample: landmark frames [42, 3] in picture heights. */
export type LetterSample = { letter: Letter; still: boolean; frames: Float32Array[] };

/** Reads `sources.json`. @throws Error that names what was expected. */
export async function readSources(directory: string): Promise<LetterSource[]> {
  const text = await readFile(join(directory, "sources.json"), "utf8").catch(() => {
    throw new Error("Expected --data to name a folder with a sources.json and the files that it lists.");
  });
  const sources: unknown = JSON.parse(text);
  if (!Value.Check(Type.Array(Source), sources)) {
    throw new Error(
      "Expected sources.json to list file, kind, aspect, frozenMotionLetters and suspectLetters.",
    );
  }
  return sources;
}

/**
 * The samples of one source, without motion letters that were held still and without suspect labels. The file's
 * image-normalized landmarks are brought to picture heights, and the hand to its slot.
 */
export async function readSamples(directory: string, source: LetterSource): Promise<LetterSample[]> {
  const file = await readFile(join(directory, source.file));
  const { landmarks, offsets, letter, hand } = readTensors(source.file, new Uint8Array(file).buffer);
  if (!(landmarks instanceof Float32Array && offsets instanceof Int32Array && letter && hand)) {
    throw new Error(`Expected ${source.file} to hold landmarks, offsets, letter and hand.`);
  }
  const leftOut = source.frozenMotionLetters + source.suspectLetters;
  return Array.from(letter, (index, sample) => {
    const slot = hand[sample] === 1 ? 0 : 1;
    const first = offsets[sample] ?? 0;
    const count = (offsets[sample + 1] ?? first) - first;
    const frames = Array.from({ length: count }, (_, frame) =>
      toFrame(landmarks, first + frame, slot, source.aspect),
    );
    return { letter: letterAt(index), still: source.kind === "static", frames };
  }).filter((sample) => !leftOut.includes(sample.letter));
}

function readTensors(name: string, file: ArrayBuffer): Tensors {
  try {
    return readSafetensors(file);
  } catch (cause) {
    throw new Error(`${name} could not be read: ${(cause as Error).message}.`, { cause });
  }
}

const handLength = landmarkFrameLength / 2;

function toFrame(landmarks: Float32Array, index: number, slot: 0 | 1, aspect: number): Float32Array {
  const hand = landmarks.subarray(index * handLength, (index + 1) * handLength);
  const frame = new Float32Array(landmarkFrameLength);
  frame.set(
    hand.map((value, at) => (at % 3 === 1 ? value : value * aspect)),
    slot * handLength,
  );
  return frame;
}
