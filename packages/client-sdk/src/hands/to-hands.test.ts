import { describe, expect, test } from "bun:test";
import { landmarkCount } from "@signify/core";
import fc from "fast-check";
import { type LandmarkerHands, toHands } from "./to-hands.ts";

const point = (x: number, y: number, z: number) => ({ x, y, z, visibility: 0 });
const category = (categoryName: string, score: number) => ({
  ...{ categoryName, score, index: 0, displayName: categoryName },
});
const oneHand = (handedness: LandmarkerHands["handedness"]) =>
  toHands({ landmarks: [Array(landmarkCount).fill(point(0.5, 0.5, 0))], handedness }, 4 / 3);

describe("toHands", () => {
  test("gives all three coordinates in picture heights", () => {
    const landmarks = [[point(0.25, 0.5, -0.125), point(1, 1, 0)]];
    const [hand] = toHands({ landmarks, handedness: [[category("Right", 1)]] }, 2);
    expect([...(hand?.landmarks ?? [])]).toEqual([0.5, 0.5, -0.25, 2, 1, 0]);
  });

  test("a picture of the same hand in another width gives the same hand", () => {
    const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        coordinate,
        fc.double({ min: 1, max: 3, noNaN: true }),
        (x, y, z, wider) => {
          const seen = (aspect: number) =>
            toHands({ landmarks: [[point(x / aspect, y, z / aspect)]], handedness: [] }, aspect)[0]
              ?.landmarks ?? [];
          const [narrow, wide] = [seen(1), seen(wider)];
          for (const index of [0, 1, 2]) expect(wide[index]).toBeCloseTo(narrow[index] ?? Number.NaN, 5);
        },
      ),
    );
  });

  test.each([
    ["Right", 0.75, 0.75],
    ["Left", 0.75, 0.25],
    ["Left", 1, 0],
  ])("a hand called %s with score %d is the right one with probability %d", (name, score, right) => {
    expect(oneHand([[category(name, score)]])[0]?.rightProbability).toBe(right);
  });

  test.each([[[]], [[[]]]])("a hand without a label (%j) may be either", (handedness) => {
    expect(oneHand(handedness)[0]).toMatchObject({ rightProbability: 0.5, presence: 1 });
  });

  test("keeps each hand with its own label, in order", () => {
    const landmarks = [[point(0.1, 0, 0)], [point(0.2, 0, 0)]];
    const handedness = [[category("Left", 0.75)], [category("Right", 0.75)]];
    const hands = toHands({ landmarks, handedness }, 1);
    expect(hands.map(({ rightProbability }) => rightProbability)).toEqual([0.25, 0.75]);
    expect(hands.map(({ landmarks }) => landmarks[0])).toEqual([Math.fround(0.1), Math.fround(0.2)]);
  });

  test("no hands are no hands", () => expect(toHands({ landmarks: [], handedness: [] }, 1.5)).toEqual([]));
});
