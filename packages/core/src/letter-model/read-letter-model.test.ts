import { describe, expect, test } from "bun:test";
import { letters } from "../letters/letters.ts";
import { encodeSample } from "../my-hand/hand-sample.ts";
import { embeddingOf } from "../testing/index.ts";
import { readLetterModel } from "./read-letter-model.ts";

const marks = Object.fromEntries(letters.map((letter) => [letter, { mark: 0.4, lookAlikes: "", hold: 300 }]));
const others = Object.fromEntries(letters.map((letter) => [letter, encodeSample(embeddingOf(letter))]));
const whole = {
  name: "made-up",
  version: "2.0.0",
  sha256: "ab",
  output: { embedding: { type: "float32", shape: ["batch", 26] } },
  verdict: { lead: 1, almost: 0.5, letters: { ...marks, G: { mark: 0.3, lookAlikes: "QH", hold: 400 } } },
  myHand: { weight: 12, from: 0.2, plausible: { probability: 0.01, rank: 2 }, others, margin: 0.2 },
};

describe("readLetterModel", () => {
  test("reads which model it is, and its rules", () => {
    const { identity, rules } = readLetterModel(whole);
    expect(identity).toEqual({ name: "made-up", version: "2.0.0", digest: "ab" });
    expect(rules.verdict.letters.G).toEqual({ mark: 0.3, lookAlikes: ["Q", "H"], hold: 400 });
    expect(rules.myHand).toMatchObject({ dimensions: 26, weight: 12, from: 0.2, margin: 0.2 });
    expect(rules.myHand.others.subarray(26, 52)).toEqual(embeddingOf("B"));
  });

  const { B: _, ...withoutB } = marks;
  test.each<[string, unknown]>([
    ["nothing", null],
    ["a model of before", { name: "made-up", version: "1.0.0", sha256: "ab", output: {} }],
    ["no verdict", { ...whole, verdict: undefined }],
    ["a letter without a mark", { ...whole, verdict: { ...whole.verdict, letters: withoutB } }],
    [
      "a look-alike that is none",
      {
        ...whole,
        verdict: { ...whole.verdict, letters: { ...marks, A: { mark: 1, lookAlikes: "?", hold: 1 } } },
      },
    ],
    ["no rule of the hand", { ...whole, myHand: undefined }],
    ["a weight that is no number", { ...whole, myHand: { ...whole.myHand, weight: "12" } }],
    ["others' hands of another length", { ...whole, output: { embedding: { shape: ["batch", 27] } } }],
  ])("%s: one sentence that says what to do", (_, value) => {
    expect(() => readLetterModel(value)).toThrow("Expected the letter model's model.json to have");
  });
});
