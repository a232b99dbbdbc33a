import { expect, test } from "bun:test";
import { type Letter, letterIndex } from "../letters/letters.ts";
import { distributionOf, embeddingOf, testRules } from "../testing/index.ts";
import { directionOf } from "./cosine.ts";
import { judgeSample } from "./judge-sample.ts";

const rule = testRules().myHand;

/** A distribution with one likeliest letter and the probabilities given. */
function reading(best: Letter, others: Partial<Record<Letter, number>> = {}): Float32Array {
  const distribution = distributionOf(best, 0.8).map((value) => (value > 0.5 ? value : 0.001));
  for (const [letter, probability] of Object.entries(others) as [Letter, number][])
    distribution[letterIndex(letter)] = probability;
  return distribution;
}

/** A direction between those in which others sign two letters; `share` of the first. */
function between(one: Letter, other: Letter, share: number): Float32Array {
  const second = embeddingOf(other);
  const mixed = embeddingOf(one).map((value, index) => value * share + (second[index] ?? 0) * (1 - share));
  return directionOf(mixed) ?? mixed;
}

test("a sample of the likeliest letter is taken", () => {
  expect(judgeSample("G", { distribution: reading("G"), direction: embeddingOf("G") }, rule)).toBeUndefined();
});

test("a G that the model always takes for Q is taken: it is plausible, and not plainly a Q", () => {
  const sample = { distribution: reading("Q", { G: 0.1 }), direction: between("Q", "G", 0.6) };
  expect(judgeSample("G", sample, rule)).toBeUndefined();
});

test("a sample that is hardly this letter is refused, and says what it looks like", () => {
  const sample = { distribution: reading("Y"), direction: embeddingOf("Y") };
  expect(judgeSample("G", sample, rule)).toEqual({ reason: "implausible", seen: "Y" });
});

test("a letter that several others come before is not among the plausible", () => {
  const distribution = reading("Q", { H: 0.06, X: 0.05, G: 0.04 });
  expect(judgeSample("G", { distribution, direction: embeddingOf("G") }, rule)).toMatchObject({
    reason: "implausible",
  });
});

test("a sample that lies where others sign another letter is refused, and says which", () => {
  const sample = { distribution: reading("Q", { G: 0.1 }), direction: embeddingOf("Q") };
  expect(judgeSample("G", sample, rule)).toEqual({ reason: "other-letter", seen: "Q" });
});
