import { expect, test } from "bun:test";
import { texts } from "../texts/texts.ts";
import { teachWords } from "./teach-words.ts";

const watching = { letter: "G", done: 0, step: "watching", progress: 0, looksLike: undefined } as const;

test("each moment of the teaching has its words", () => {
  expect(teachWords({ ...watching, step: "waiting" }).word).toBe(texts.live.off);
  expect(teachWords(watching)).toEqual({ word: texts.myHand.show("G"), hint: undefined });
  expect(teachWords({ ...watching, progress: 0.3 }).word).toBe(texts.myHand.still);
  expect(teachWords({ ...watching, step: "learned" }).word).toBe(texts.myHand.learned("G"));
  expect(teachWords({ ...watching, step: "failed" }).hint).toBe(texts.myHand.failedHint);
});

test("a sample that was not taken says what it looks like, while the next one is watched", () => {
  expect(teachWords({ ...watching, progress: 0.5, looksLike: "Q" })).toEqual({
    word: texts.myHand.still,
    hint: texts.myHand.looksLike("G", "Q"),
  });
});
