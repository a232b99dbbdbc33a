import { describe, expect, test } from "bun:test";
import { letters } from "@signify/core";
import { poseOf } from "./poses.ts";
import { fingers } from "./types.ts";

describe("poseOf", () => {
  test.each([...letters])("%s keeps every joint within what a hand can do", (letter) => {
    const pose = poseOf(letter);
    for (const finger of fingers) {
      const { bend, spread } = pose[finger];
      const [knuckle, middle, last] = bend;
      expect(knuckle).toBeWithin(-10, 96);
      expect(middle).toBeWithin(0, 116);
      expect(last).toBeWithin(0, 81);
      expect(Math.abs(spread)).toBeLessThanOrEqual(20);
    }
    expect(pose.wrist.flex).toBeWithin(-60, 86);
    expect(pose.wrist.side).toBeWithin(-20, 36);
    const { bend, sway = 0 } = pose.thumb;
    expect(bend[0]).toBeWithin(-10, 71);
    expect(bend[1]).toBeWithin(-20, 91);
    expect(Math.abs(sway)).toBeLessThanOrEqual(12);
  });

  test("no two letters are held alike, except J as an I and Z as the pointing hand it starts from", () => {
    const seen = new Map<string, string>();
    for (const letter of letters) {
      const pose = JSON.stringify(poseOf(letter));
      const twin = seen.get(pose);
      if (twin !== undefined) expect([twin, letter]).toEqual(["I", "J"]);
      seen.set(pose, letter);
    }
  });

  test("palms face the viewer, except those of the letters that are made sideways, turned or down", () => {
    const turned = letters.filter((letter) => Math.abs(poseOf(letter).orientation.yaw) > 30);
    expect(turned.join("")).toBe("CDGHOPQ");
  });
});
