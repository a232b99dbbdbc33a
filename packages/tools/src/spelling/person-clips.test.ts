import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shownHand } from "@signify/core";
import { writeSafetensors } from "../testing/write-safetensors.ts";
import { personClips } from "./person-clips.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-person-"));
afterAll(() => rmSync(folder, { recursive: true }));

const hand = (value: number) =>
  Array.from({ length: 21 }, (_, point) => [value, value + point / 100, 0]).flat();
const letterOf = (letter: string) => letter.charCodeAt(0) - 65;

/** A file of samples: its letter, frames, person and slot each. */
function write(
  file: string,
  samples: { letter: string; frames: number; signer: number; slot?: number }[],
): void {
  const offsets = [0];
  for (const { frames } of samples) offsets.push((offsets.at(-1) ?? 0) + frames);
  const tensors = {
    landmarks: new Float32Array(
      samples.flatMap(({ frames }) => Array.from({ length: frames }, (_, index) => hand(0.1 * index))).flat(),
    ),
    offsets: new Int32Array(offsets),
    letter: new Uint8Array(samples.map(({ letter }) => letterOf(letter))),
    hand: new Uint8Array(samples.map(({ slot = 2 }) => slot)),
    signer: new Uint8Array(samples.map(({ signer }) => signer)),
  };
  writeFileSync(join(folder, file), new Uint8Array(writeSafetensors(tensors)));
}
const source = (file: string, more: object = {}) => ({
  ...{ file, kind: "sequence", aspect: 1, frozenMotionLetters: "", suspectLetters: "", ...more },
});

test("a person's own samples of all their files, as right hands, without letters that are held or suspect", async () => {
  write("ada-one.safetensors", [
    { letter: "A", frames: 3, signer: 0 },
    { letter: "A", frames: 2, signer: 1 },
    { letter: "M", frames: 2, signer: 0 },
    { letter: "J", frames: 9, signer: 0, slot: 1 },
  ]);
  write("ada-two.safetensors", [
    { letter: "A", frames: 1, signer: 0 },
    { letter: "Z", frames: 9, signer: 0 },
  ]);
  write("bob.safetensors", [{ letter: "A", frames: 1, signer: 0 }]);
  const sources = [
    source("ada-one.safetensors", { suspectLetters: "M" }),
    source("ada-two.safetensors", { kind: "static", frozenMotionLetters: "Z" }),
    source("bob.safetensors"),
  ];
  writeFileSync(join(folder, "sources.json"), JSON.stringify(sources));

  const clips = await personClips(folder, "ada-0");
  expect([...clips.keys()].sort()).toEqual(["A", "J"]);
  expect(clips.get("A")?.map((clip) => clip.length)).toEqual([3, 1]);
  expect(
    clips
      .get("J")
      ?.flat()
      .every((frame) => shownHand(frame) === "right"),
  ).toBe(true);
  expect((await personClips(folder, "bob")).get("A")).toHaveLength(1);
});
