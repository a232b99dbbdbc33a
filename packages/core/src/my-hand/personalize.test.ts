import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Letter, letterIndex, letters } from "../letters/letters.ts";
import { distributionOf, embeddingOf } from "../testing/index.ts";
import { directionOf } from "./cosine.ts";
import { personalize } from "./personalize.ts";

const rule = { weight: 12, from: 0 };
const dimensions = 8;

const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: dimensions,
  maxLength: dimensions,
});
const direction = numbers.map((values) => directionOf(values) ?? Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0));
const distribution = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 26, maxLength: 26 })
  .map((values) => Float32Array.from(values, (value) => value / 26));
const entries = fc.uniqueArray(fc.tuple(fc.constantFrom(...letters), direction), {
  selector: ([letter]) => letter,
  maxLength: 26,
});
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

describe("personalize", () => {
  test("by an empty hand is the identity", () => {
    fc.assert(
      fc.property(distribution, direction, (read, embedding) => {
        expect(personalize(read, embedding, new Map(), rule)).toEqual(read);
      }),
    );
  });

  test("does not depend on the order in which letters were taught", () => {
    fc.assert(
      fc.property(distribution, direction, entries, (read, embedding, taught) => {
        const forward = personalize(read, embedding, new Map(taught), rule);
        const backward = personalize(read, embedding, new Map([...taught].reverse()), rule);
        for (const [index, value] of forward.entries()) expect(backward[index]).toBeCloseTo(value, 6);
      }),
    );
  });

  test("leaves the sum, which is how much this is a letter, as it was", () => {
    fc.assert(
      fc.property(distribution, direction, entries, (read, embedding, taught) => {
        expect(sum(personalize(read, embedding, new Map(taught), rule))).toBeCloseTo(sum(read), 5);
      }),
    );
  });

  test("a letter gains the more, the nearer its sample lies", () => {
    fc.assert(
      fc.property(distribution, direction, direction, direction, (read, embedding, one, other) => {
        const probability = (prototype: Float32Array) =>
          personalize(read, embedding, new Map([["G" as Letter, prototype]]), rule)[letterIndex("G")] ?? 0;
        const nearness = (prototype: Float32Array) =>
          prototype.reduce((total, value, index) => total + value * (embedding[index] ?? 0), 0);
        const [near, far] = nearness(one) >= nearness(other) ? [one, other] : [other, one];
        expect(probability(near)).toBeGreaterThanOrEqual(probability(far) - 1e-6);
      }),
    );
  });

  test("reads this person's G as G, though others sign Q like that", () => {
    const read = distributionOf("Q", 0.9);
    read[letterIndex("G")] = 0.02;
    const hand = new Map([["G" as Letter, embeddingOf("Q")]]);
    const personal = personalize(read, embeddingOf("Q"), hand, rule);
    expect(personal[letterIndex("G")]).toBeGreaterThan(0.99);
  });

  test("adds the weight times the cosine to the logit", () => {
    const read = distributionOf("A", 0.5);
    const half = Float32Array.from(embeddingOf("A"));
    half[0] = 0.5;
    half[1] = Math.sqrt(0.75);
    const personal = personalize(read, embeddingOf("A"), new Map([["B" as Letter, half]]), rule);
    const odds = (values: Float32Array) => Math.log((values[1] ?? 0) / (values[2] ?? 0));
    expect(odds(personal) - odds(read)).toBeCloseTo(6, 4);
  });

  test("a distribution of nothing stays nothing", () => {
    const nothing = new Float32Array(26);
    expect(
      personalize(nothing, embeddingOf("A"), new Map([["A" as Letter, embeddingOf("A")]]), rule),
    ).toEqual(nothing);
  });
});
