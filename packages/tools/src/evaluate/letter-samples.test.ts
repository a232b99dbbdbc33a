import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSafetensors } from "../testing/write-safetensors.ts";
import { type LetterSource, readSamples, readSources } from "./letter-samples.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-samples-"));
afterAll(() => rmSync(folder, { recursive: true }));

const source: LetterSource = {
  file: "made-up.safetensors",
  kind: "sequence",
  aspect: 2,
  frozenMotionLetters: "J",
  suspectLetters: "T",
};

/** One hand of 21 points, each of them (1, 1, 1) times `value`. */
const hand = (value: number) => new Array<number>(63).fill(value);

function write(tensors: Parameters<typeof writeSafetensors>[0]): void {
  writeFileSync(join(folder, source.file), new Uint8Array(writeSafetensors(tensors)));
}

describe("readSamples", () => {
  test("brings landmarks to picture heights and each hand to its slot", async () => {
    write({
      landmarks: new Float32Array([...hand(0.1), ...hand(0.2), ...hand(0.3)]),
      offsets: new Int32Array([0, 2, 3]),
      letter: new Uint8Array([0, 25]),
      hand: new Uint8Array([1, 2]),
    });
    const [left, right] = await readSamples(folder, source);
    expect(left).toMatchObject({ letter: "A", still: false });
    expect(left?.frames).toHaveLength(2);
    expect(right).toMatchObject({ letter: "Z" });
    const first = left?.frames[0] ?? new Float32Array();
    expect(Array.from(first.subarray(0, 3))).toEqual([0.2, 0.1, 0.2].map(Math.fround));
    expect(first.subarray(63).every((value) => value === 0)).toBe(true);
    const last = right?.frames[0] ?? new Float32Array();
    expect(last.subarray(0, 63).every((value) => value === 0)).toBe(true);
    expect(last[64]).toBe(Math.fround(0.3));
  });

  test("leaves out motion letters that were held still, and suspect labels", async () => {
    const letters = ["I", "J", "T", "D"].map((letter) => letter.charCodeAt(0) - 65);
    write({
      landmarks: new Float32Array(letters.flatMap(() => hand(0.5))),
      offsets: new Int32Array([0, 1, 2, 3, 4]),
      letter: new Uint8Array(letters),
      hand: new Uint8Array(letters.map(() => 2)),
    });
    const samples = await readSamples(folder, source);
    expect(samples.map(({ letter }) => letter)).toEqual(["I", "D"]);
  });

  test("refuses a file that lacks a tensor, by the file's name", () => {
    write({ landmarks: new Float32Array(63) });
    expect(readSamples(folder, source)).rejects.toThrow("Expected made-up.safetensors to hold");
  });
});

describe("readSources", () => {
  test("reads what it needs and ignores the rest", async () => {
    writeFileSync(join(folder, "sources.json"), JSON.stringify([{ ...source, licence: "MIT" }]));
    expect(await readSources(folder)).toMatchObject([source]);
  });

  test("refuses a folder without one", () => {
    expect(readSources(join(folder, "nowhere"))).rejects.toThrow("Expected --data to name a folder");
  });

  test("refuses one that lacks a field", async () => {
    writeFileSync(join(folder, "sources.json"), JSON.stringify([{ file: "x" }]));
    expect(readSources(folder)).rejects.toThrow("Expected sources.json to list file, kind, aspect");
  });
});
