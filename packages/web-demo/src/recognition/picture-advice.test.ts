import { expect, test } from "bun:test";
import { pictureAdvice } from "./picture-advice.ts";

const good = { left: 0.3, top: 0.2, right: 0.6, bottom: 0.8 };

test("a hand that is well in the picture needs no advice", () => {
  expect(pictureAdvice({ brightness: 20, box: good, seen: true, twoHands: false })).toBeUndefined();
});

test("a hand at the edge, too close or too far is told so", () => {
  expect(pictureAdvice({ brightness: 120, box: { ...good, right: 1.1 }, seen: true, twoHands: false })).toBe(
    "out-of-picture",
  );
  expect(
    pictureAdvice({ brightness: 120, box: { ...good, top: 0, bottom: 0.99 }, seen: true, twoHands: false }),
  ).toBe("too-close");
  expect(
    pictureAdvice({
      brightness: 120,
      box: { ...good, right: 0.35, bottom: 0.28 },
      seen: true,
      twoHands: false,
    }),
  ).toBe("too-far");
});

test("without a hand the light comes first", () => {
  expect(pictureAdvice({ brightness: 20, box: undefined, seen: false, twoHands: false })).toBe("dark");
  expect(pictureAdvice({ brightness: 240, box: undefined, seen: false, twoHands: false })).toBe("bright");
  expect(pictureAdvice({ brightness: 120, box: undefined, seen: false, twoHands: false })).toBe("no-hand");
  expect(pictureAdvice({ brightness: undefined, box: good, seen: false, twoHands: false })).toBe("no-hand");
});

test("a hand that left over the edge is told so", () => {
  expect(pictureAdvice({ brightness: 120, box: { ...good, left: -0.2 }, seen: false, twoHands: false })).toBe(
    "out-of-picture",
  );
});

test("a hand that was lost far away is told so", () => {
  const far = { left: 0.5, top: 0.5, right: 0.56, bottom: 0.64 };
  expect(pictureAdvice({ brightness: 120, box: far, seen: false, twoHands: false })).toBe("too-far");
  expect(pictureAdvice({ brightness: 20, box: far, seen: false, twoHands: false })).toBe("dark");
});

test("a second hand comes before the place of the first", () => {
  expect(pictureAdvice({ brightness: 120, box: { ...good, right: 1.1 }, seen: true, twoHands: true })).toBe(
    "two-hands",
  );
});
