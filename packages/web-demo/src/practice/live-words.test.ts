import { expect, test } from "bun:test";
import { texts } from "../texts/texts.ts";
import { liveWords } from "./live-words.ts";

const on = { letter: "A", phase: "on", step: "not-yet", guess: undefined } as const;

test("before the camera is on, the bar says what to do or to wait for", () => {
  expect(liveWords({ ...on, phase: "off" }).word).toBe(texts.live.off);
  expect(liveWords({ ...on, phase: "starting" }).word).toBe(texts.live.waiting);
  expect(liveWords({ ...on, phase: "loading" }).word).toBe(texts.live.waiting);
});

test("each step has its word", () => {
  for (const step of ["no-hand", "not-yet", "almost", "holding", "passed"] as const) {
    expect(liveWords({ ...on, step })).toEqual({ word: texts.live[step], guess: undefined });
  }
});

test("a movement is kept up, not held", () => {
  expect(liveWords({ ...on, letter: "J", step: "almost" }).word).toBe(texts.live.moving);
  expect(liveWords({ ...on, letter: "J", step: "holding" }).word).toBe(texts.live.moving);
  expect(liveWords({ ...on, letter: "J", step: "passed" }).word).toBe(texts.live.passed);
});

test("what the hand looks like is named, the wanted letter too, until that is held", () => {
  expect(liveWords({ ...on, guess: "S" }).guess).toBe("S");
  expect(liveWords({ ...on, guess: "A" }).guess).toBe("A");
  expect(liveWords({ ...on, step: "almost", guess: "S" }).guess).toBe("S");
  expect(liveWords({ ...on, step: "holding", guess: "S" }).guess).toBeUndefined();
  expect(liveWords({ ...on, step: "passed", guess: "S" }).guess).toBeUndefined();
  expect(liveWords({ ...on, phase: "loading", guess: "S" }).guess).toBeUndefined();
});
