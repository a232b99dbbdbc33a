import { expect, test } from "bun:test";
import { findRestraints } from "../confinement/confinement.ts";
import { createConfinedSpawn } from "./confined-spawn.ts";

test("what this machine grants is found out once, and said in words", async () => {
  const confined = createConfinedSpawn({
    minDetectionConfidence: 0.5,
    minTrackingConfidence: 0.5,
    maxHands: 2,
    liveHandNetwork: "int8",
    maxPictureSide: 4096,
    maxLivePictureSide: 1920,
    maxDecodedSide: 1280,
  });
  expect(confined.restraints).toEqual([]);
  const finding = confined.find();
  expect(confined.find()).toBe(finding);
  await finding;
  expect(confined.restraints).toEqual((await findRestraints()).map(({ name }) => name));
});
