import { expect, test } from "bun:test";
import { defaultLearning, type LearningSettings, learningOf } from "./learning-settings.ts";

test("what was chosen comes back as it was kept", () => {
  const kept: LearningSettings = {
    ...{ hand: "left", handAsked: true, view: "front", viewAsked: true, ghost: true, vibrate: false },
    ...{ recall: true, way: "level-3", openAll: true, goal: 0, readingSpeed: "fast" },
  };
  expect(learningOf(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test("nonsense is the default", () => {
  for (const value of [null, undefined, "", [], 7, { way: "level-9", goal: 15, hand: "third", vibrate: 1 }]) {
    expect(learningOf(value)).toEqual(defaultLearning);
  }
});

test("who chose the left hand before there was a question is not asked again", () => {
  expect(learningOf({ hand: "left" })).toEqual({ ...defaultLearning, hand: "left", handAsked: true });
});
