import { expect, test } from "bun:test";
import { letters } from "@signify/core";
import { letterPose, motionDuration } from "./letter-pose.ts";
import { slowReplay } from "./slow-replay.ts";

test("every letter grows out of an open hand that is turned the same way, and stays at the end", () => {
  for (const letter of letters) {
    const { duration, poseAt } = slowReplay(letter);
    expect(poseAt(0).index.bend).toEqual([0, 0, 0]);
    expect(poseAt(0).orientation).toEqual(letterPose(letter, 0).orientation);
    expect(poseAt(duration)).toEqual(letterPose(letter, motionDuration(letter) + 1400 * 0.4));
    expect(poseAt(duration + 5000)).toMatchObject({ ...letterPose(letter, motionDuration(letter)) });
  }
});

test("it takes its time: a fist is half closed after a second and a half, and a J is slower than ever", () => {
  const bend = (time: number) => slowReplay("S").poseAt(time).index.bend[1];
  expect(bend(400)).toBe(0);
  expect(bend(1600)).toBeCloseTo((letterPose("S", 0).index.bend[1] ?? 0) / 2);
  expect(slowReplay("J").duration - slowReplay("I").duration).toBe(motionDuration("J") / 0.4);
});
