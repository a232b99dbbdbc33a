import { describe, expect, test } from "bun:test";
import { isSameHand } from "./same-hand.ts";

const region = { centerX: 0.5, centerY: 0.5, size: 0.4, rotation: 0 };

describe("isSameHand", () => {
  test("is true for regions that mostly cover the same place, however they are turned", () => {
    expect(isSameHand(region, { ...region, centerX: 0.55, rotation: 1 })).toBe(true);
  });

  test("is false for hands beside each other, and for a small one within a large one", () => {
    expect(isSameHand(region, { ...region, centerX: 0.75 })).toBe(false);
    expect(isSameHand(region, { ...region, size: 0.2 })).toBe(false);
  });
});
