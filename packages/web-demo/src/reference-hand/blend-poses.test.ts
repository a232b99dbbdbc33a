import { describe, expect, test } from "bun:test";
import { blendPoses } from "./blend-poses.ts";
import { poseOf } from "./poses.ts";

describe("blendPoses", () => {
  const closed = poseOf("S");
  const open = poseOf("B");

  test("begins with the one pose and ends with the other", () => {
    expect(blendPoses(closed, open, 0)).toMatchObject(closed);
    expect(blendPoses(closed, open, 1).index.bend).toEqual(open.index.bend);
    expect(blendPoses(closed, open, 1).thumb.bend).toEqual(open.thumb.bend);
  });

  test("is halfway at a half, in every joint and in direction and place", () => {
    const moved = { ...open, orientation: { yaw: 80, pitch: 0, roll: -20 }, place: { x: 1, y: -2 } };
    const half = blendPoses(closed, moved, 0.5);
    expect(half.index.bend[0]).toBe(44);
    expect(half.orientation).toEqual({ yaw: 40, pitch: 0, roll: -10 });
    expect(half.place).toEqual({ x: 0.5, y: -1 });
  });
});
