import { expect, test } from "bun:test";
import { texts } from "../texts/texts.ts";
import { liveWords } from "./live-words.ts";

const on = { letter: "A", phase: "on", step: "not-yet", reading: undefined } as const;

test("before the camera is on, the bar says what to do or to wait for", () => {
  expect(liveWords({ ...on, phase: "off" }).word).toBe(texts.live.off);
  expect(liveWords({ ...on, phase: "starting" }).word).toBe(texts.live.waiting);
  expect(liveWords({ ...on, phase: "loading" }).word).toBe(texts.live.waiting);
});

test("each step has its word", () => {
  for (const step of ["no-hand", "not-yet", "almost", "holding", "passed"] as const) {
    expect(liveWords({ ...on, step })).toEqual({ word: texts.live[step], instead: undefined });
  }
});

test("a movement is kept up, not held", () => {
  expect(liveWords({ ...on, letter: "J", step: "almost" }).word).toBe(texts.live.moving);
  expect(liveWords({ ...on, letter: "J", step: "holding" }).word).toBe(texts.live.moving);
  expect(liveWords({ ...on, letter: "J", step: "passed" }).word).toBe(texts.live.passed);
});

test("a letter that is clearly another one is named, until the right one is held", () => {
  const reading = { letter: "S", probability: 0.3 } as const;
  expect(liveWords({ ...on, reading }).instead).toBe("S");
  expect(liveWords({ ...on, reading: { ...reading, probability: 0.29 } }).instead).toBeUndefined();
  expect(liveWords({ ...on, reading: { ...reading, letter: "A" } }).instead).toBeUndefined();
  expect(liveWords({ ...on, step: "holding", reading }).instead).toBeUndefined();
  expect(liveWords({ ...on, phase: "loading", reading }).instead).toBeUndefined();
});
