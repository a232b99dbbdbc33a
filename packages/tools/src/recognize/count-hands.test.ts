import { expect, test } from "bun:test";
import { landmarkFrameLength } from "@signify/core";
import { countHands } from "./count-hands.ts";

test("each slot that is not empty is a hand", () => {
  const frame = new Float32Array(landmarkFrameLength);
  expect(countHands(frame)).toBe(0);
  frame[0] = 0.5;
  expect(countHands(frame)).toBe(1);
  frame[125] = 0.5;
  expect(countHands(frame)).toBe(2);
});
