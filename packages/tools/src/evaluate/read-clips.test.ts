import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSafetensors } from "../testing/write-safetensors.ts";
import { readClips } from "./read-clips.ts";
import type { LetterSource } from "./sources.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-clips-"));
afterAll(() => rmSync(folder, { recursive: true }));

const source: LetterSource = {
  ...{ file: "made-up.safetensors", kind: "sequence", aspect: 2 },
  ...{ frozenMotionLetters: "", suspectLetters: "" },
};

/** One hand of 21 points, each of them (1, 1, 1) times `value`, or with another z. */
const hand = (value: number, z = value) => Array.from({ length: 21 }, () => [value, value, z]).flat();

function write(tensors: Parameters<typeof writeSafetensors>[0]): void {
  writeFileSync(join(folder, source.file), new Uint8Array(writeSafetensors(tensors)));
}
const clips = (hands: number[][], offsets: number[]) =>
  write({
    landmarks: new Float32Array(hands.flat()),
    offsets: new Int32Array(offsets),
    letter: new Uint8Array(offsets.length - 1).map((_, index) => index),
    hand: new Uint8Array(offsets.length - 1).fill(2),
    signer: new Uint8Array(offsets.length - 1).fill(7),
  });

describe("readClips", () => {
  test("brings landmarks to picture heights and each hand to its slot", async () => {
    write({
      landmarks: new Float32Array([...hand(0.1), ...hand(0.2), ...hand(0.3)]),
      offsets: new Int32Array([0, 2, 3]),
      letter: new Uint8Array([0, 25]),
      hand: new Uint8Array([1, 2]),
    });
    const { clips, skipped } = await readClips(folder, source, "letter");
    const [left, right] = clips;
    expect(clips.map(({ label, signer, frames }) => [label, signer, frames.length])).toEqual([
      [0, 0, 2],
      [25, 0, 1],
    ]);
    const first = left?.frames[0] ?? new Float32Array();
    expect(Array.from(first.subarray(0, 3))).toEqual([0.2, 0.1, 0.2].map(Math.fround));
    expect(first.subarray(63).every((value) => value === 0)).toBe(true);
    const last = right?.frames[0] ?? new Float32Array();
    expect(last.subarray(0, 63).every((value) => value === 0)).toBe(true);
    expect(last[64]).toBe(Math.fround(0.3));
    expect(skipped).toEqual({ frames: 0, samples: 0 });
  });

  test("reads a file without depth with a depth of 0, where its source says so", async () => {
    clips([hand(0.5, Number.NaN)], [0, 1]);
    const { clips: read, skipped } = await readClips(folder, { ...source, dimensions: 2 }, "letter");
    expect(Array.from(read[0]?.frames[0]?.subarray(63, 66) ?? [])).toEqual([1, 0.5, 0]);
    expect([read[0]?.signer, skipped.frames]).toEqual([7, 0]);
  });

  test("skips frames that are no numbers, and samples of nothing else, and counts both", async () => {
    clips([hand(0.5), hand(0.5, Number.NaN), hand(Number.POSITIVE_INFINITY)], [0, 2, 3, 3]);
    const { clips: read, skipped } = await readClips(folder, source, "letter");
    expect(read.map(({ label, frames }) => [label, frames.length])).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(skipped).toEqual({ frames: 2, samples: 1 });
  });

  test("refuses a file that lacks a tensor, by the file's name", () => {
    write({ landmarks: new Float32Array(63) });
    expect(readClips(folder, source, "letter")).rejects.toThrow("Expected made-up.safetensors to hold");
  });
});
