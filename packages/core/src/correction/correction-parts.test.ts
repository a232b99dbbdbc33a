import { describe, expect, test } from "bun:test";
import { correctionKeys, handChanges, handParts } from "../schema/correction-keys.ts";
import { correctionParts } from "./correction-parts.ts";

describe("correctionParts", () => {
  test.each(correctionKeys)("%s: a part, a change and landmarks of one hand", (key) => {
    const { part, change, points } = correctionParts(key);
    expect(handParts).toContain(part);
    expect(handChanges).toContain(change);
    expect(points.length).toBeGreaterThan(0);
    expect(points.every((point) => Number.isInteger(point) && point >= 0 && point <= 20)).toBe(true);
  });

  test("names one finger, both of a pair, all four, the thumb, and the whole hand", () => {
    expect(correctionParts("bend-ring")).toEqual({ part: "ring", change: "bend", points: [13, 14, 15, 16] });
    expect(correctionParts("spread-middle-ring")).toEqual({
      ...{ part: "middle", change: "spread" },
      points: [9, 10, 11, 12, 13, 14, 15, 16],
    });
    expect(correctionParts("bend-fingers").points).toHaveLength(16);
    expect(correctionParts("thumb-under-two-fingers")).toMatchObject({ part: "thumb", change: "place" });
    expect(correctionParts("palm-to-camera")).toMatchObject({ part: "hand", change: "turn" });
    expect(correctionParts("draw-letter")).toMatchObject({ part: "hand", change: "draw" });
  });
});
