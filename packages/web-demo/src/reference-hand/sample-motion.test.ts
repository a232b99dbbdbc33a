import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Motion, motions } from "./motions.ts";
import { ease, sampleMotion } from "./sample-motion.ts";

const motionOf = (letter: "J" | "Z"): Motion => {
  const motion = motions[letter];
  if (motion === undefined) throw new Error(`${letter} is expected to be a motion`);
  return motion;
};

describe.each(["J", "Z"] as const)("the motion of %s", (letter) => {
  const motion = motionOf(letter);

  test("rests at its ends before it begins and after it is over", () => {
    const [first] = motion.keyframes;
    const last = motion.keyframes.at(-1);
    expect(sampleMotion(motion, -500).place).toEqual(first!.place);
    expect(sampleMotion(motion, 99_999).place).toEqual(last!.place);
    expect(last!.at).toBe(motion.duration);
  });

  test("passes through every keyframe", () => {
    for (const { at, orientation, place } of motion.keyframes) {
      const moment = sampleMotion(motion, at);
      expect(moment.orientation.yaw).toBeCloseTo(orientation.yaw, 9);
      expect(moment.place.x).toBeCloseTo(place.x, 9);
      expect(moment.place.y).toBeCloseTo(place.y, 9);
    }
  });

  test("never jumps", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: motion.duration, noNaN: true }), (time) => {
        const now = sampleMotion(motion, time);
        const soon = sampleMotion(motion, time + 1);
        expect(Math.abs(soon.place.x - now.place.x)).toBeLessThan(0.01);
        expect(Math.abs(soon.place.y - now.place.y)).toBeLessThan(0.01);
        expect(Math.abs(soon.orientation.yaw - now.orientation.yaw)).toBeLessThan(1);
      }),
    );
  });
});

test("the Z is drawn as its signer sees it: for the viewer to the left, down to the right, to the left", () => {
  const { keyframes } = motionOf("Z");
  const xs = keyframes.map(({ place }) => Math.sign(place.x));
  expect(xs).toEqual([1, -1, 1, -1]);
});

test("the J goes down and ends with the palm to its signer", () => {
  const motion = motionOf("J");
  expect(sampleMotion(motion, 600).place.y).toBeLessThan(sampleMotion(motion, 0).place.y - 0.4);
  expect(sampleMotion(motion, motion.duration).orientation.yaw).toBeGreaterThan(120);
});

test("ease goes from 0 to 1 and is slow at both ends", () => {
  expect([ease(0), ease(0.5), ease(1)]).toEqual([0, 0.5, 1]);
  expect(ease(0.1)).toBeLessThan(0.1);
  expect(ease(0.9)).toBeGreaterThan(0.9);
});
