import { expect, test } from "bun:test";
import { handBox, meanLuma, pictureAdvice } from "./picture-advice.ts";

function hand(left: number, top: number, right: number, bottom: number, slot: 0 | 1 = 0): Float32Array {
  const points = new Float32Array(126);
  for (let row = 0; row < 21; row += 1) {
    const share = row / 20;
    points.set([left + share * (right - left), top + share * (bottom - top), 0], (slot * 21 + row) * 3);
  }
  return points;
}

test("the box of the larger hand is in shares of the picture", () => {
  const both = hand(0.2, 0.1, 0.4, 0.2);
  both.set(hand(0.8, 0.2, 1.2, 0.8, 1).subarray(63), 63);
  const box = handBox(both, 2);
  expect(box?.left).toBeCloseTo(0.4);
  expect(box?.right).toBeCloseTo(0.6);
  expect(box?.bottom).toBeCloseTo(0.8);
  expect(handBox(new Float32Array(126), 2)).toBeUndefined();
});

const good = { left: 0.3, top: 0.2, right: 0.6, bottom: 0.8 };

test("a hand that is well in the picture needs no advice", () => {
  expect(pictureAdvice({ brightness: 20, box: good, seen: true })).toBeUndefined();
});

test("a hand at the edge, too close or too far is told so", () => {
  expect(pictureAdvice({ brightness: 120, box: { ...good, right: 1.1 }, seen: true })).toBe("out-of-picture");
  expect(pictureAdvice({ brightness: 120, box: { ...good, top: 0, bottom: 0.99 }, seen: true })).toBe(
    "too-close",
  );
  expect(pictureAdvice({ brightness: 120, box: { ...good, right: 0.35, bottom: 0.28 }, seen: true })).toBe(
    "too-far",
  );
});

test("without a hand the light comes first", () => {
  expect(pictureAdvice({ brightness: 20, box: undefined, seen: false })).toBe("dark");
  expect(pictureAdvice({ brightness: 240, box: undefined, seen: false })).toBe("bright");
  expect(pictureAdvice({ brightness: 120, box: undefined, seen: false })).toBe("no-hand");
  expect(pictureAdvice({ brightness: undefined, box: good, seen: false })).toBe("no-hand");
});

test("a hand that left over the edge is told so", () => {
  expect(pictureAdvice({ brightness: 120, box: { ...good, left: -0.2 }, seen: false })).toBe(
    "out-of-picture",
  );
});

test("brightness is the mean luma", () => {
  expect(meanLuma([255, 255, 255, 255, 0, 0, 0, 255])).toBeCloseTo(127.5);
  expect(meanLuma([])).toBe(0);
});
