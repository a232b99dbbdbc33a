import { expect, test } from "bun:test";
import { mirrorLandmarks } from "../landmarks/mirror-landmarks.ts";
import { noHandLandmarks, rightHand } from "../testing/index.ts";
import { type HandLook, lookAtHand, shapeDistance } from "./hand-look.ts";

const look = (landmarks: Float32Array): HandLook => {
  const seen = lookAtHand(landmarks);
  if (seen === undefined) throw new Error("expected a hand");
  return seen;
};

test("a hand has the same shape wherever it is, and its place in palm lengths", () => {
  const [here, there] = [rightHand({ x: 0, y: 0, bend: 0 }), rightHand({ x: 0.5, y: -0.2, bend: 0 })].map(
    look,
  );
  expect(shapeDistance(here!.shape, there!.shape)).toBeCloseTo(0, 5);
  expect((there!.x - here!.x) / here!.palm).toBeCloseTo(0.5, 2);
  expect((there!.y - here!.y) / here!.palm).toBeCloseTo(-0.2, 2);
});

test("one point that moves is another shape", () => {
  const [one, other] = [rightHand({ x: 0, y: 0, bend: 0 }), rightHand({ x: 0, y: 0, bend: 0.3 })].map(look);
  expect(shapeDistance(one!.shape, other!.shape)).toBeCloseTo(0.3, 2);
});

test("a right hand's own side is the picture's left, a left hand's the right", () => {
  const right = rightHand({ x: 0, y: 0, bend: 0 });
  expect(look(right).ownSide).toBe(-1);
  expect(look(mirrorLandmarks(right)).ownSide).toBe(1);
});

test("nothing is seen where there is no hand, or only a point", () => {
  expect(lookAtHand(noHandLandmarks())).toBeUndefined();
  expect(lookAtHand(noHandLandmarks().fill(0.5))).toBeUndefined();
});
