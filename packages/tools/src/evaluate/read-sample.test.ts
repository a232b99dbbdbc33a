import { expect, test } from "bun:test";
import { defaultRecognizerSettings } from "@signify/core";
import { createScriptedClassifier, handLandmarks, noHandLandmarks, readingOf } from "@signify/core/testing";
import { readSample } from "./read-sample.ts";

const settings = { ...defaultRecognizerSettings, throttle: { minInterval: 0, probabilityThreshold: 0 } };
const frames = (count: number) => Array.from({ length: count }, (_, index) => handLandmarks(index + 1));

test("a sequence is read by what was seen at its end", async () => {
  const classifier = createScriptedClassifier((window) => readingOf((window.at(-63) ?? 0) < 15 ? "A" : "B"));
  const sample = { letter: "B", still: false, frames: frames(40) } as const;
  expect(await readSample({ ...sample, frames: [...sample.frames] }, classifier, settings)).toBe("B");
});

test("a still is read at once", async () => {
  const classifier = createScriptedClassifier(() => readingOf("C"));
  expect(await readSample({ letter: "C", still: true, frames: frames(1) }, classifier, settings)).toBe("C");
  expect(classifier.calls).toHaveLength(1);
});

test("a sequence that is too short, or shows no hand, is not read", async () => {
  const classifier = createScriptedClassifier(() => readingOf("C"));
  expect(await readSample({ letter: "C", still: false, frames: frames(7) }, classifier, settings)).toBeNull();
  const nothing = Array.from({ length: 40 }, noHandLandmarks);
  expect(await readSample({ letter: "C", still: false, frames: nothing }, classifier, settings)).toBeNull();
});

test("a sample without frames is not read, and ends", async () => {
  const classifier = createScriptedClassifier(() => readingOf("C"));
  expect(await readSample({ letter: "C", still: false, frames: [] }, classifier, settings)).toBeNull();
});
