import { describe, expect, test } from "bun:test";
import { SignifyError } from "../errors/signify-error.ts";
import type { TaughtHand } from "../schema/message-types.ts";
import { embeddingOf, testModel } from "../testing/index.ts";
import { encodeSample } from "./hand-sample.ts";
import { readHand } from "./read-hand.ts";

const rule = { dimensions: 26 };
const hand: TaughtHand = { model: testModel, letters: { G: encodeSample(embeddingOf("Q")) } };

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
  test("reads the direction of each letter taught", () => {
    expect(readHand(hand, testModel, rule)).toEqual(new Map([["G", embeddingOf("Q")]]));
  });

  test.each(["name", "version", "digest"] as const)(
    "refuses another model's by name: another %s",
    (field) => {
      const error = refusalOf({ ...hand, model: { ...testModel, [field]: "MARKER" } });
      expect(error?.code).toBe("hand-refused");
      expect(error?.message).toBe(
        "Expected a hand that was taught to this letter model, made-up 1. Teach it again.",
      );
    },
  );

  test.each([
    ["too few numbers", "fwA="],
    ["too many", encodeSample(new Float32Array(27).fill(1))],
    ["nothing but zeros", encodeSample(new Float32Array(26))],
  ])("refuses a sample of %s", (_, sample) => {
    const error = refusalOf({ ...hand, letters: { ...hand.letters, A: sample } });
    expect(error?.message).toBe(
      "Expected each letter of the hand to be base64 of 26 signed bytes, not all of them 0.",
    );
  });
});
