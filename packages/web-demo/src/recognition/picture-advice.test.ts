import { expect, test } from "bun:test";
import { pictureAdvice } from "./picture-advice.ts";

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
