import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type HandPose, posedFrame, posedHand, turned } from "../testing/index.ts";
import { type FeatureName, featureNames, handFeatures } from "./hand-features.ts";
import { handPoints } from "./palm-frame.ts";
import { signingHand } from "./signing-hand.ts";

const featuresOf = (landmarks: Float32Array, isLeft = false) => {
  const features = handFeatures(handPoints(landmarks, isLeft));
  if (!features) throw new Error("expected a hand with depth");
  return features;
};
const angle = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const finger = fc.record({ knuckle: angle(-20, 100), curl: angle(0, 200), lean: angle(-25, 25) });
const pose: fc.Arbitrary<HandPose> = fc.record({
  index: finger,
  middle: finger,
  ring: finger,
  little: finger,
});
/** Features that do not say how the hand as a whole lies in the picture. */
const ofShape = featureNames.filter((name) => !/^(up|sideways|facing.*)$/.test(name));

function expectAlike(one: Record<FeatureName, number>, other: Record<FeatureName, number>, names = ofShape) {
  for (const name of names) expect([name, Math.abs(one[name] - other[name]) < 0.5]).toEqual([name, true]);
}

describe("handFeatures", () => {
  test("measures the bends and spreads that a hand was made with", () => {
    fc.assert(
      fc.property(pose, (made) => {
        const features = featuresOf(posedHand(made));
        for (const name of ["index", "middle", "ring", "little"] as const) {
          expect(features[`${name}Knuckle`]).toBeCloseTo(made[name]?.knuckle ?? 0, 1);
          expect(features[`${name}Curl`]).toBeCloseTo(made[name]?.curl ?? 0, 0);
        }
        const leans = (one?: { lean?: number }, other?: { lean?: number }) =>
          (one?.lean ?? 0) - (other?.lean ?? 0);
        expect(features.indexMiddleSpread).toBeCloseTo(leans(made.index, made.middle), 1);
        expect(features.ringLittleSpread).toBeCloseTo(leans(made.ring, made.little), 1);
      }),
    );
  });

  test("are the same of a left hand that mirrors a right one", () => {
    fc.assert(
      fc.property(pose, (made) => {
        const left = signingHand(posedFrame(made, "left"));
        expectAlike(
          featuresOf(left?.landmarks ?? new Float32Array(), left?.isLeft),
          featuresOf(posedHand(made)),
          [...featureNames],
        );
      }),
    );
  });

  test("do not depend on where, how large and how turned in the picture the hand is", () => {
    fc.assert(
      fc.property(pose, angle(-3, 3), angle(0.3, 2), angle(-1, 1), (made, turn, factor, shift) => {
        const hand = posedHand(made);
        expectAlike(featuresOf(turned(hand, turn, factor, shift)), featuresOf(hand));
      }),
    );
  });

  test("say where the hand points and the palm looks", () => {
    const upright = featuresOf(posedHand());
    expect(upright).toMatchObject({ up: 100, sideways: 0, facingSideways: 0 });
    expect(upright.facing).toBeCloseTo(100);
    const aside = featuresOf(turned(posedHand(), Math.PI / 2));
    expect(aside.up).toBeCloseTo(0);
    expect(aside.sideways).toBeCloseTo(100);
    const fromBehind = posedHand().map((value, index) => (index % 3 === 1 ? value : -value));
    expect(featuresOf(fromBehind).facing).toBeCloseTo(-100);
  });

  test("see fingers that are crossed, and the thumb come across", () => {
    const crossed = featuresOf(posedHand({ index: { lean: -20 }, middle: { lean: 20 } }));
    expect(crossed.indexOverMiddle).toBeLessThan(0);
    expect(crossed.indexMiddleSpread).toBeLessThan(0);
    const across = featuresOf(posedHand({ thumb: [-0.2, 0, 0.05] }));
    expect(across.thumbAcross).toBeLessThan(featuresOf(posedHand()).thumbAcross - 80);
    expect(across.thumbAbove).toBeGreaterThan(featuresOf(posedHand()).thumbAbove + 20);
  });

  test("there are none of a hand without depth, of a point, and of no hand", () => {
    const flat = posedHand().map((value, index) => (index % 3 === 2 ? 0 : value));
    for (const landmarks of [flat, new Float32Array(63), new Float32Array(63).fill(0.5)])
      expect(handFeatures(handPoints(landmarks, false))).toBeUndefined();
  });
});
