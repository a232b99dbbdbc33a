import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { landmarkFrameLength } from "@signify/core";
import { readSafetensors, type Tensors } from "./safetensors.ts";
import type { LetterSource, NonLetterSource } from "./sources.ts";

/** One sample of a file: landmark frames [42, 3] in picture heights, the number of what it shows, and of who shows it. */
export type Clip = { label: number; signer: number; frames: Float32Array[] };

/** The samples of a file, and what of it could not be read because it is no number. */
export type Clips = { clips: Clip[]; skipped: { frames: number; samples: number } };

const handLength = landmarkFrameLength / 2;

/**
 * Reads the samples of a file; `label` names the tensor that says what they show. The file's image-normalized landmarks
 * are brought to picture heights, and the hand to its slot. Where the source says that it has no depth, z is 0; any other
 * frame with something that is no number is skipped, and counted.
 * @throws Error with the file's name when it holds something else.
 */
export async function readClips(
  directory: string,
  source: LetterSource | NonLetterSource,
  label: "letter" | "label",
): Promise<Clips> {
  const { file, aspect, dimensions = 3 } = source;
  const tensors = readTensors(file, new Uint8Array(await readFile(join(directory, file))).buffer);
  const { landmarks, offsets, hand, signer, [label]: labels } = tensors;
  if (!(landmarks instanceof Float32Array && offsets instanceof Int32Array && labels && hand))
    throw new Error(`Expected ${file} to hold landmarks, offsets, ${label} and hand.`);

  const skipped = { frames: 0, samples: 0 };
  const clips: Clip[] = [];
  for (const [sample, number] of labels.entries()) {
    const slot = hand[sample] === 1 ? 0 : handLength;
    const frames: Float32Array[] = [];
    const [first = 0, end = 0] = [offsets[sample], offsets[sample + 1]];
    for (let index = first; index < end; index++) {
      const points = landmarks.slice(index * handLength, (index + 1) * handLength);
      if (dimensions === 2) for (let z = 2; z < handLength; z += 3) points[z] = 0;
      if (points.every(Number.isFinite)) frames.push(toFrame(points, slot, aspect));
      else skipped.frames += 1;
    }
    if (end > first && frames.length === 0) skipped.samples += 1;
    else clips.push({ label: number, signer: signer?.[sample] ?? 0, frames });
  }
  return { clips, skipped };
}

function toFrame(points: Float32Array, slot: number, aspect: number): Float32Array {
  const frame = new Float32Array(landmarkFrameLength);
  frame.set(
    points.map((value, at) => (at % 3 === 1 ? value : value * aspect)),
    slot,
  );
  return frame;
}

function readTensors(name: string, file: ArrayBuffer): Tensors {
  try {
    return readSafetensors(file);
  } catch (cause) {
    throw new Error(`${name} could not be read: ${(cause as Error).message}.`, { cause });
  }
}
