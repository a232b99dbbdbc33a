import { expect, test } from "bun:test";
import { handBoxes } from "./hand-box.ts";

function hand(left: number, top: number, right: number, bottom: number, slot: 0 | 1 = 0): Float32Array {
  const points = new Float32Array(126);
  for (let row = 0; row < 21; row += 1) {
    const share = row / 20;
    points.set([left + share * (right - left), top + share * (bottom - top), 0], (slot * 21 + row) * 3);
  }
  return points;
}

test("the boxes of the hands are in shares of the picture, the taller first", () => {
  const both = hand(0.2, 0.1, 0.4, 0.2);
  both.set(hand(0.8, 0.2, 1.2, 0.8, 1).subarray(63), 63);
  const [box, second, ...more] = handBoxes(both, 2);
  expect(box?.left).toBeCloseTo(0.4);
  expect(box?.right).toBeCloseTo(0.6);
  expect(box?.bottom).toBeCloseTo(0.8);
  expect(second?.bottom).toBeCloseTo(0.2);
  expect(more).toEqual([]);
  expect(handBoxes(new Float32Array(126), 2)).toEqual([]);
});
