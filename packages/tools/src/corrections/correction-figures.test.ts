import { expect, test } from "bun:test";
import type { CorrectionKey, Letter } from "@signify/core";
import type { HandFeatures } from "@signify/core/correction";
import { evaluateCorrections } from "./correction-figures.ts";
import { correctionsText } from "./corrections-text.ts";
import type { Judged } from "./judge-corrections.ts";

const judged = (letter: Letter, asked: Letter, key: CorrectionKey | null, isTrue = false): Judged => ({
  hand: {
    ...{ letter, person: "somebody", frames: [], points: [], isLeft: false },
    ...{ landmarks: new Float32Array(), features: {} as HandFeatures },
  },
  reading: { probabilities: new Float32Array(26), letterness: 1 },
  ...{ asked, key, isTrue, passes: false },
});

const all = [
  judged("B", "S", "bend-fingers", true),
  judged("I", "S", "bend-little", true),
  judged("D", "S", null),
  judged("M", "S", "bend-little"),
  judged("S", "S", null),
  judged("I", "I", "bend-ring"),
];
const followed = [
  { asked: "S", raised: true, raisedInAll: true },
  { asked: "S", raised: true, raisedInAll: false },
] as const;

test("the figures count what was corrected, what of it is true, and who was left alone", () => {
  const evaluation = evaluateCorrections(all, followed, [false, false, true]);
  expect(evaluation).toMatchObject({
    ...{ people: 1, others: 4, corrected: 0.75, passed: 0, true: 0.6667, right: 2, leftAlone: 0.5 },
    ...{ followed: 2, raised: 1, raisedInAll: 0.5, watched: 3, watchedLeftAlone: 0.6667 },
    untrue: [{ what: "M for S: bend-little", count: 1 }],
  });
  expect(evaluation.letters.S).toMatchObject({ others: 4, right: 1, leftAlone: 1 });
  expect(evaluation.letters.A).toMatchObject({ others: 0, corrected: null, true: null, raised: null });
  expect(correctionsText(evaluation)).toContain("M for S: bend-little (1)");
});
