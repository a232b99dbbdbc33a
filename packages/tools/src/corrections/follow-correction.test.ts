import { describe, expect, test } from "bun:test";
import { correctionKeys } from "@signify/core";
import {
  between,
  correctionParts,
  type HandFeatures,
  type HandPoints,
  handFeatures,
  handPoints,
  lengthOf,
  pointOf,
} from "@signify/core/correction";
import { folded, posedFrame, posedHand, turned } from "@signify/core/testing";
import fc from "fast-check";
import { followCorrection } from "./follow-correction.ts";
import type { RecordedHand } from "./recorded-hand.ts";
import { toLandmarks } from "./to-landmarks.ts";
import { boneStart, usualHands } from "./usual-hands.ts";

const open = handPoints(posedHand(), false);
const fist = handPoints(posedHand({ index: folded, middle: folded, ring: folded, little: folded }), false);
const usualOf = (points: HandPoints) => {
  const features = handFeatures(points) as HandFeatures;
  const hand = { features, points, letter: "B", person: "somebody", frames: [], isLeft: false } as const;
  const usual = usualHands([{ ...hand, landmarks: new Float32Array() } as RecordedHand]).get("B");
  if (!usual) throw new Error("expected the hand of the letter");
  return usual;
};
const bones = (points: HandPoints) =>
  points.map((point, number) => lengthOf(between(pointOf(points, boneStart(number)), point)));

describe("followCorrection", () => {
  test("moves the finger that is named to where it usually is, and nothing else", () => {
    const followed = followCorrection(fist, "straighten-index", usualOf(open));
    const features = handFeatures(followed);
    expect(features?.indexCurl).toBeCloseTo(0, 1);
    expect(features?.indexKnuckle).toBeCloseTo(0, 1);
    expect(features?.middleCurl).toBeCloseTo(160, 0);
    for (const [number, point] of followed.entries())
      if (number < 6 || number > 8) expect(point).toEqual(pointOf(fist, number));
  });

  test("turns the whole hand where that is asked, about the wrist, and keeps its shape", () => {
    const aside = handPoints(turned(posedHand(), Math.PI / 2), false);
    const followed = followCorrection(aside, "point-up", usualOf(open));
    expect(handFeatures(followed)?.up).toBeCloseTo(100, 1);
    expect(lengthOf(between(pointOf(followed, 0), pointOf(aside, 0)))).toBeCloseTo(0);
    expect(handFeatures(followed)?.indexCurl).toBeCloseTo(0, 1);
  });

  test("keeps the length of every bone, whatever is followed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...correctionKeys), fc.boolean(), (key, opens) => {
        const [from, to] = opens ? [fist, open] : [open, fist];
        const followed = followCorrection(from, key, usualOf(to));
        for (const [number, length] of bones(followed).entries())
          expect(length).toBeCloseTo(bones(from)[number] ?? Number.NaN, 5);
        const { points } = correctionParts(key);
        const moved = followed.some((point, number) => point !== pointOf(from, number));
        expect(moved).toBe(points.length > 0);
      }),
    );
  });
});

test("a hand's points as landmarks are those that they were read from, left and right", () => {
  for (const hand of ["left", "right"] as const) {
    const frame = posedFrame({ ring: folded }, hand);
    const slot = hand === "left" ? frame.subarray(0, 63) : frame.subarray(63);
    expect(toLandmarks(handPoints(slot, hand === "left"), hand === "left")).toEqual(frame);
  }
});
