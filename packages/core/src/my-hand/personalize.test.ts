import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Letter, letterIndex } from "../letters/letters.ts";
import { distributionOf, embeddingOf, testRules } from "../testing/index.ts";
import { directionOf } from "./cosine.ts";
import { type HandSamples, personalize } from "./personalize.ts";

const rule = testRules().myHand;
const dimensions = 8;

const direction = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .map((values) => directionOf(values) ?? Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0));
const distribution = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 26, maxLength: 26 })
  .map((values) => Float32Array.from(values, (value) => value / 26));
const entries = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...rule.letters), fc.array(direction, { minLength: 1, maxLength: 3 })),
  { selector: ([letter]) => letter, maxLength: 24 },
);
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
const handOf = (taught: Partial<Record<Letter, Float32Array[]>>): HandSamples =>
  new Map(Object.entries(taught) as [Letter, Float32Array[]][]);
/** A direction at this cosine to that of a letter. */
const nearTo = (letter: Letter, near: number) =>
  embeddingOf(letter).map((value, index) =>
    index === letterIndex("Z") ? Math.sqrt(1 - near * near) : value * near,
  );

describe("personalize", () => {
  test("by an empty hand is the identity", () => {
    fc.assert(
      fc.property(distribution, direction, (read, embedding) => {
        expect(personalize(read, embedding, new Map(), rule)).toBe(read);
      }),
    );
  });

  test("does not depend on the order of letters, nor of the samples of one", () => {
    fc.assert(
      fc.property(distribution, direction, entries, (read, embedding, taught) => {
        const forward = personalize(read, embedding, new Map(taught), rule);
        const turned = [...taught]
          .reverse()
          .map(([letter, samples]) => [letter, [...samples].reverse()] as const);
        expect(personalize(read, embedding, new Map(turned), rule)).toEqual(forward);
      }),
    );
  });

  test("leaves the sum, which is how much this is a letter, and the letters of movement as they were", () => {
    fc.assert(
      fc.property(distribution, direction, entries, (read, embedding, taught) => {
        const personal = personalize(read, embedding, new Map(taught), rule);
        expect(sum(personal)).toBeCloseTo(sum(read), 5);
        for (const letter of ["J", "Z"] as const)
          expect(personal[letterIndex(letter)]).toBe(read[letterIndex(letter)]!);
      }),
    );
  });

  test("keeps the order among the letters that were not taught", () => {
    fc.assert(
      fc.property(distribution, direction, entries, (read, embedding, taught) => {
        const personal = personalize(read, embedding, new Map(taught), rule);
        const others = rule.letters.filter((letter) => !taught.some(([name]) => name === letter));
        const ratios = others.map((letter) => personal[letterIndex(letter)]! / read[letterIndex(letter)]!);
        for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 3);
      }),
    );
  });

  test("reads this person's G as G, though others sign Q like that", () => {
    const read = distributionOf("Q", 0.9);
    read[letterIndex("G")] = 0.02;
    const personal = personalize(read, embeddingOf("Q"), handOf({ G: [embeddingOf("Q")] }), rule);
    expect(personal[letterIndex("G")]).toBeGreaterThan(0.98);
  });

  const odds = (values: Float32Array, one: Letter, other: Letter) =>
    Math.log(values[letterIndex(one)]! / values[letterIndex(other)]!);

  test("adds to the logit the gain above the floor, by the nearest sample", () => {
    const read = distributionOf("A", 0.5);
    const hand = handOf({ B: [nearTo("A", 0.6), nearTo("A", 0.7), nearTo("A", 0.1)] });
    const personal = personalize(read, embeddingOf("A"), hand, rule);
    expect(odds(personal, "B", "C") - odds(read, "B", "C")).toBeCloseTo(20 * (0.7 - 0.5), 4);
  });

  test("takes from a taught letter by how much nearer another one is", () => {
    const read = distributionOf("A", 0.5);
    const hand = handOf({ B: [nearTo("A", 0.7)], C: [nearTo("A", 0.3)] });
    const personal = personalize(read, embeddingOf("A"), hand, rule);
    expect(odds(personal, "C", "D") - odds(read, "C", "D")).toBeCloseTo(-5 * (0.7 - 0.3), 4);
  });

  test("a distribution of nothing stays nothing", () => {
    const nothing = new Float32Array(26);
    expect(personalize(nothing, embeddingOf("A"), handOf({ A: [embeddingOf("A")] }), rule)).toEqual(nothing);
  });
});
