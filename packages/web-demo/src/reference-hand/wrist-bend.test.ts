import { describe, expect, test } from "bun:test";
import { Vector3 } from "three";
import { createWristBend } from "./wrist-bend.ts";

const elbow = (flex: number, side: number) => {
  const { point } = createWristBend({ flex, side });
  return point(new Vector3(0, 0, 0.2))
    .sub(point(new Vector3(0, 0, 0.1)))
    .normalize();
};

describe("createWristBend", () => {
  test("leaves the hand and a straight wrist as they are", () => {
    expect(
      createWristBend({ flex: 0, side: 0 })
        .point(new Vector3(0.02, 0, 0.1))
        .toArray(),
    ).toEqual([0.02, 0, 0.1]);
    expect(
      createWristBend({ flex: 80, side: 20 })
        .point(new Vector3(0.02, 0, -0.02))
        .toArray(),
    ).toEqual([0.02, 0, -0.02]);
  });

  test("turns the arm to the palm and to the little finger's side", () => {
    expect(elbow(90, 0).y).toBeCloseTo(-1, 5);
    expect(elbow(0, 30).x).toBeCloseTo(0.5, 5);
  });

  test("keeps slices of the arm as wide as they are, and bends without a gap", () => {
    const { point } = createWristBend({ flex: 80, side: 25 });
    let before: Vector3 | undefined;
    for (let along = -0.01; along < 0.08; along += 0.001) {
      const [left, right] = [point(new Vector3(-0.02, 0, along)), point(new Vector3(0.02, 0, along))];
      expect(left.distanceTo(right)).toBeCloseTo(0.04, 6);
      const center = left.clone().lerp(right, 0.5);
      if (before) expect(center.distanceTo(before)).toBeWithin(0.0009, 0.0011);
      before = center;
    }
  });
});
