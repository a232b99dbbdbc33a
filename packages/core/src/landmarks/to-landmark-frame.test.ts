import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { openHand, sampleHand } from "../testing/index.ts";
import type { Hand } from "./hand.ts";
import { landmarkFrameLength } from "./landmark-frame.ts";
import { toLandmarkFrame } from "./to-landmark-frame.ts";

const aspect = 4 / 3;
const plain = { aspect, mirrored: false };
const empty = new Float32Array(63);
const left = (frame: Float32Array) => frame.subarray(0, 63);
const right = (frame: Float32Array) => frame.subarray(63);

/** A hand as the camera of a mirrored picture sees it. */
function mirrorHand(hand: Hand): Hand {
  const landmarks = hand.landmarks.map((value, index) => (index % 3 === 0 ? aspect - value : value));
  return { ...hand, landmarks, rightProbability: 1 - hand.rightProbability };
}

describe("toLandmarkFrame", () => {
  test("is all zeros without a hand", () => {
    expect(toLandmarkFrame([], plain)).toEqual(new Float32Array(landmarkFrameLength));
  });

  test("puts the left hand first and the right hand second", () => {
    const one = toLandmarkFrame([sampleHand(0.9)], plain);
    expect(left(one)).toEqual(empty);
    expect(right(one)).toEqual(openHand());
    expect(left(toLandmarkFrame([sampleHand(0.1)], plain))).toEqual(openHand());
  });

  test("gives the slot to the surer of two hands that claim it", () => {
    const unsure = { ...sampleHand(0.6), landmarks: openHand().map((value) => value / 2) };
    for (const hands of [
      [sampleHand(0.9), unsure],
      [unsure, sampleHand(0.9)],
    ]) {
      const frame = toLandmarkFrame(hands, plain);
      expect(right(frame)).toEqual(openHand());
      expect(left(frame)).toEqual(unsure.landmarks);
    }
  });

  test("keeps the two hands of highest presence", () => {
    const faint = { ...sampleHand(0.99, 0.6), landmarks: openHand().fill(9) };
    const frame = toLandmarkFrame([faint, sampleHand(0.9), sampleHand(0.1)], plain);
    expect(frame.includes(9)).toBe(false);
  });

  test("of a mirrored picture is that of the picture itself", () => {
    const probability = fc
      .double({ min: 0, max: 1, noNaN: true })
      .filter((value) => Math.abs(value - 0.5) > 1e-6);
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 2 }), (probabilities) => {
        const hands = probabilities.map((value) => sampleHand(value));
        const expected = toLandmarkFrame(hands, plain);
        const actual = toLandmarkFrame(hands.map(mirrorHand), { aspect, mirrored: true });
        for (const [index, value] of actual.entries()) expect(value).toBeCloseTo(expected[index] ?? 0, 5);
      }),
    );
  });

  test("does not change the hands", () => {
    const hand = sampleHand(0.9);
    toLandmarkFrame([hand], { aspect, mirrored: true });
    expect(hand.landmarks).toEqual(openHand());
  });
});
