import { describe, expect, test } from "bun:test";
import { poseOf } from "./poses.ts";
import { spell } from "./spelling.ts";

const pace = { change: 300, hold: 700, ready: 350 };

describe("spell", () => {
  test("holds each letter and takes its time between two", () => {
    const { duration, poseAt } = spell(["A", "B"], pace);
    expect(duration).toBe(700 + 300 + 700);
    expect(poseAt(0)).toEqual(poseOf("A"));
    expect(poseAt(700)).toEqual(poseOf("A"));
    expect(poseAt(1000)).toMatchObject(poseOf("B"));
    const between = poseAt(850).index.bend[0];
    expect(between).toBeGreaterThan(poseOf("B").index.bend[0]);
    expect(between).toBeLessThan(poseOf("A").index.bend[0]);
  });

  test("lets a J be seen before, during and after its motion", () => {
    const { duration, poseAt } = spell(["J"], pace);
    expect(duration).toBe(350 + 1000 + 700);
    expect(poseAt(300).orientation.yaw).toBe(0);
    expect(poseAt(1350).orientation.yaw).toBe(140);
    expect(poseAt(duration)).toEqual(poseAt(1350));
  });

  test("moves a letter that comes twice to the signer's own side", () => {
    const { poseAt } = spell(["L", "L"], pace);
    expect(poseAt(1000).place.x).toBeLessThan(poseAt(0).place.x);
    expect(poseAt(1000).index).toEqual(poseAt(0).index);
  });

  test("stays at its ends outside its time", () => {
    const { duration, poseAt } = spell(["H", "I"], pace);
    expect(poseAt(-100)).toEqual(poseAt(0));
    expect(poseAt(duration + 5000)).toEqual(poseAt(duration));
  });

  test("wants a letter", () => {
    expect(() => spell([], pace)).toThrow(RangeError);
  });
});
