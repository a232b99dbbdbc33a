import { describe, expect, test } from "bun:test";
import { landmarkFrameLength } from "./landmark-frame.ts";
import { shownHand } from "./shown-hand.ts";

const frameWith = (...at: number[]) => {
  const frame = new Float32Array(landmarkFrameLength);
  for (const index of at) frame[index] = 0.5;
  return frame;
};

describe("shownHand", () => {
  test("rows 0–20 are the left hand, rows 21–41 the right", () => {
    expect(shownHand(frameWith(0))).toBe("left");
    expect(shownHand(frameWith(62))).toBe("left");
    expect(shownHand(frameWith(63))).toBe("right");
    expect(shownHand(frameWith(125))).toBe("right");
  });

  test("both slots are both hands, and empty slots are none", () => {
    expect(shownHand(frameWith(3, 70))).toBe("both");
    expect(shownHand(frameWith())).toBe("none");
  });
});
