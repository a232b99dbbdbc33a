import { describe, expect, test } from "bun:test";
import { type Letter, letterIndex } from "../letters/letters.ts";
import type { ReadLetters } from "../letters/read-letters.ts";
import { distributionOf, embeddingOf, testRules } from "../testing/index.ts";
import { createHandLesson, type LessonState } from "./hand-lesson.ts";
import { decodeSample } from "./hand-sample.ts";

const rule = testRules().myHand;

const showing = (letter: Letter, letterness = 1): ReadLetters => ({
  distribution: distributionOf(letter, 0.9).map((probability) => probability * letterness),
  embedding: embeddingOf(letter),
});

/** Shows readings at 10 a second, from a moment on, until the lesson ends. */
function teach(letter: Letter, readings: ReadLetters[], { insist = false } = {}): LessonState[] {
  const lesson = createHandLesson({ letter, insist, rule });
  const states: LessonState[] = [];
  for (const [index, reading] of readings.entries()) {
    const state = lesson.see(reading, 1000 + index * 100);
    states.push(state);
    if (state.state !== "learning") break;
  }
  return states;
}
const times = (count: number, reading: ReadLetters) => Array.from({ length: count }, () => reading);
const progressOf = (states: LessonState[]) =>
  states.map((state) => (state.state === "learning" ? Math.round(state.progress * 100) / 100 : state.state));

describe("a lesson", () => {
  test("takes the mean of what is held for 0.8 s, and says how far it is", () => {
    const states = teach("G", times(20, showing("G")));
    expect(progressOf(states)).toEqual([0, 0.13, 0.25, 0.38, 0.5, 0.63, 0.75, 0.88, "learned"]);
    const end = states.at(-1);
    expect(end?.state === "learned" && decodeSample(end.sample, 26)).toEqual(embeddingOf("G"));
  });

  test("begins anew when the hand moves to another shape", () => {
    const states = teach("G", [
      ...times(4, showing("G")),
      ...times(4, showing("A")),
      ...times(9, showing("G")),
    ]);
    expect(progressOf(states).slice(3, 9)).toEqual([0.38, 0, 0.13, 0.25, 0.38, 0]);
    expect(states.at(-1)?.state).toBe("learned");
  });

  test("begins anew after a hand that was gone, and when time runs backwards", () => {
    const lesson = createHandLesson({ letter: "G", insist: false, rule });
    const progress = [0, 100, 200, 701, 801, 500].map((at) => {
      const state = lesson.see(showing("G"), at);
      return state.state === "learning" && state.progress;
    });
    expect(progress).toEqual([0, 0.125, 0.25, 0, 0.125, 0]);
  });

  test("does not take a hand at rest", () => {
    expect(progressOf(teach("G", times(30, showing("G", 0.1))))).toEqual(Array(30).fill(0));
  });

  test("takes at least five readings, however slowly they come", () => {
    const lesson = createHandLesson({ letter: "G", insist: false, rule });
    const states = [0, 400, 800, 1200, 1600].map((at) => lesson.see(showing("G"), at).state);
    expect(states).toEqual(["learning", "learning", "learning", "learning", "learned"]);
  });

  test("does not end while the clock of the frames stands still", () => {
    const lesson = createHandLesson({ letter: "G", insist: false, rule });
    const states = Array.from({ length: 1000 }, () => lesson.see(showing("G"), 5));
    expect(states.at(-1)).toEqual({ state: "learning", progress: 0 });
  });

  test("refuses another letter, with the reason, unless a teacher insists", () => {
    expect(teach("G", times(20, showing("Y"))).at(-1)).toEqual({
      state: "refused",
      seen: "Y",
    });
    expect(teach("G", times(20, showing("Y")), { insist: true }).at(-1)?.state).toBe("learned");
  });
});

test("a G that the model always takes for Q is taken, as long as it may be a G", () => {
  const asQ = showing("Q");
  asQ.distribution[letterIndex("G")] = 0.02;
  expect(teach("G", times(20, asQ)).at(-1)?.state).toBe("learned");
  asQ.distribution[letterIndex("G")] = 0.005;
  expect(teach("G", times(20, asQ)).at(-1)).toEqual({ state: "refused", seen: "Q" });
});

test("a letter that is read by its movement cannot be taught", () => {
  expect(() => createHandLesson({ letter: "Z", insist: true, rule })).toThrow(
    "Expected letters of ABCDEFGHIKLMNOPQRSTUVWXY: the others are read by their movement.",
  );
});
