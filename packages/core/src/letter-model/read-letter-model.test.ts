import { describe, expect, test } from "bun:test";
import { letters } from "../letters/letters.ts";
import { readLetterModel } from "./read-letter-model.ts";

const marks = Object.fromEntries(
  letters.map((letter) => [letter, { shown: 0.4, almost: 0.2, lookalikes: "" }]),
);
const whole = {
  name: "made-up",
  version: "2.0.0",
  sha256: "ab",
  output: { embedding: { type: "float32", shape: ["batch", 26] } },
  verdict: { hold: 3, letters: { ...marks, G: { shown: 0.3, almost: 0.1, lookalikes: "QH" } } },
  myHand: { letters: "ABG", gain: 20, floor: 0.7, contrast: 10, leastProbability: 0.01 },
};

describe("readLetterModel", () => {
  test("reads which model it is, and its rules", () => {
    const { identity, rules } = readLetterModel(whole);
    expect(identity).toEqual({ name: "made-up", version: "2.0.0", digest: "ab" });
    expect(rules.verdict.letters.G).toEqual({ shown: 0.3, almost: 0.1 });
    expect(rules.verdict.hold).toBe(3);
    expect(rules.myHand).toEqual({
      ...{ dimensions: 26, letters: ["A", "B", "G"], gain: 20 },
      ...{ floor: 0.7, contrast: 10, leastProbability: 0.01 },
    });
  });

  const { B: _, ...withoutB } = marks;
  const incomplete: [string, unknown][] = [
    ["nothing", null],
    ["a model of before", { name: "made-up", version: "1.0.0", sha256: "ab", output: {} }],
    ["no verdict", { ...whole, verdict: undefined }],
    ["a letter without a mark", { ...whole, verdict: { ...whole.verdict, letters: withoutB } }],
    [
      "a mark that is no number",
      { ...whole, verdict: { ...whole.verdict, letters: { ...marks, A: { shown: "1", almost: 1 } } } },
    ],
    ["no rule of the hand", { ...whole, myHand: undefined }],
    ["a gain that is no number", { ...whole, myHand: { ...whole.myHand, gain: "12" } }],
    ["no length of the embedding", { ...whole, output: { embedding: { shape: ["batch", "any"] } } }],
  ];
  for (const [what, value] of incomplete) {
    test(`${what}: one sentence that says what to do`, () => {
      expect(() => readLetterModel(value)).toThrow("Expected the letter model's model.json to have");
    });
  }
});
