import { expect, test } from "bun:test";
import { defaultRecognizerSettings, letterAt } from "@signify/core";
import { createScriptedClassifier, handLandmarks, noHandLandmarks, readingOf } from "@signify/core/testing";
import { type ReadClip, readClip } from "./read-clip.ts";

const settings = { ...defaultRecognizerSettings, throttle: { minInterval: 0, probabilityThreshold: 0 } };
const framesOf = (count: number) => Array.from({ length: count }, (_, index) => handLandmarks(index + 1));
const show = (frames: Float32Array[], { still = false, least = 0 } = {}) => {
  const classifier = createScriptedClassifier((window) => readingOf((window.at(-63) ?? 0) < 15 ? "A" : "B"));
  return readClip(frames, { classifier, settings, still, frames: least });
};
const lettersOf = ({ readings }: ReadClip) =>
  readings.map(({ distribution }) => letterAt(distribution.indexOf(Math.max(...distribution)))).join("");

test("a sequence is read frame by frame once its window is filled", async () => {
  const read = await show(framesOf(20));
  expect([lettersOf(read), read.atEnd]).toEqual(["AAAAAAABBBBBB", 13]);
});

test("at its end the hand is held for as long as a showing lasts", async () => {
  const read = await show([...framesOf(9), noHandLandmarks()], { least: 14 });
  expect([lettersOf(read), read.atEnd]).toEqual(["AAAAAA", 2]);
});

test("a still is read at once, and is not held: it stands for itself", async () => {
  const read = await show(framesOf(1), { still: true, least: 30 });
  expect([lettersOf(read), read.atEnd]).toEqual(["A", 1]);
});

test("a sequence that is too short, shows no hand, or has no frames is not read, and ends", async () => {
  for (const frames of [framesOf(7), Array.from({ length: 40 }, noHandLandmarks), []])
    expect((await show(frames)).atEnd).toBe(0);
});
