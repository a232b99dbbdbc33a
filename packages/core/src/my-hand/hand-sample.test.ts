import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { cosine, directionOf } from "./cosine.ts";
import { decodeSample, encodeSample } from "./hand-sample.ts";

const dimensions = 96;
const direction = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .map((values) => directionOf(values))
  .filter((values) => values !== undefined);

describe("a sample", () => {
  test("comes back as the direction that it was, to a part in ten thousand of the cosine", () => {
    fc.assert(
      fc.property(direction, (given) => {
        const read = decodeSample(encodeSample(given), dimensions);
        expect(cosine(read ?? given.map(() => 0), given)).toBeGreaterThan(0.9999);
      }),
    );
  });

  test("that was read and written again is the same", () => {
    fc.assert(
      fc.property(direction, (given) => {
        const sample = encodeSample(given);
        expect(encodeSample(decodeSample(sample, dimensions) ?? given.map(() => 0))).toBe(sample);
      }),
    );
  });

  test("has one byte for each number: 128 of them are 172 characters", () => {
    expect(encodeSample(new Float32Array(128).fill(0.1))).toHaveLength(172);
  });

  const nothings = [
    ["too short", "fwA="],
    ["no base64", "*".repeat(128)],
    ["without a direction", encodeSample(new Float32Array(dimensions))],
  ] as const;
  for (const [what, sample] of nothings) {
    test(`that is ${what} stands for nothing`, () => {
      expect(decodeSample(sample, dimensions)).toBeUndefined();
    });
  }
});
