import { describe, expect, test } from "bun:test";
import { SignifyError } from "../errors/signify-error.ts";
import type { TaughtHand } from "../schema/message-types.ts";
import { embeddingOf, sampleOf, testModel, testRules } from "../testing/index.ts";
import { readHand } from "./read-hand.ts";

const rule = testRules().myHand;
const hand: TaughtHand = {
  model: testModel,
  letters: { G: [sampleOf(embeddingOf("Q"))], A: [sampleOf(embeddingOf("A")), sampleOf(embeddingOf("S"))] },
};

const refusalOf = (taught: TaughtHand): SignifyError | undefined => {
  try {
    readHand(taught, testModel, rule);
  } catch (error) {
    if (SignifyError.isInstance(error)) return error;
    throw error;
  }
  return undefined;
};

describe("readHand", () => {
  test("reads the directions of each letter taught", () => {
    expect(readHand(hand, testModel, rule)).toEqual(
      new Map([
        ["G", [embeddingOf("Q")]],
        ["A", [embeddingOf("A"), embeddingOf("S")]],
      ]),
    );
  });

  test("takes one that was taught to the same model under another name", () => {
    expect(refusalOf({ ...hand, model: { ...testModel, name: "renamed" } })).toBeUndefined();
  });

  const refusals: [string, TaughtHand, string][] = [
    [
      "another model's, by name",
      { ...hand, model: { ...testModel, digest: "MARKER" } },
      "Expected a hand taught to this letter model, made-up 1. Teach it again.",
    ],
    [
      "a letter of movement",
      { ...hand, letters: { J: [sampleOf(embeddingOf("J"))] } },
      "Expected letters of ABCDEFGHIKLMNOPQRSTUVWXY: the others are read by their movement.",
    ],
    ...(
      [
        ["too few numbers", "fwA="],
        ["too many numbers", sampleOf(new Float32Array(27).fill(1))],
        ["nothing but zeros", sampleOf(new Float32Array(26))],
      ] as const
    ).map(([what, sample]): [string, TaughtHand, string] => [
      what,
      { ...hand, letters: { ...hand.letters, B: [sampleOf(embeddingOf("B")), sample] } },
      "Expected each sample of the hand to be base64 of 26 signed bytes, not all of them 0.",
    ]),
  ];
  for (const [what, taught, expected] of refusals) {
    test(`refuses ${what}`, () => {
      expect(refusalOf(taught)).toMatchObject({ code: "hand-refused", message: expected });
    });
  }
});
