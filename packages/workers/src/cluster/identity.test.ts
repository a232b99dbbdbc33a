import { expect, test } from "bun:test";
import type { VisionSettings } from "@signify/vision";
import { differenceOf, fingerprintOf, identityOf } from "./identity.ts";

const settings: VisionSettings = {
  minDetectionConfidence: 0.5,
  minTrackingConfidence: 0.5,
  maxHands: 2,
  liveHandNetwork: "int8",
  maxPictureSide: 4096,
  maxLivePictureSide: 1920,
  maxDecodedSide: 1280,
};
const identity = identityOf(settings);

test("two installations with the same networks and settings are alike", () => {
  const other = identityOf({ ...settings });
  expect(fingerprintOf(other)).toBe(fingerprintOf(identity));
  expect(differenceOf(other, identity)).toBeUndefined();
});

test("the networks are named by their content", () => {
  expect(identity.networks).toMatch(/^[0-9a-f]{64}$/);
  expect(identityOf({ ...settings, liveHandNetwork: "float32" }).networks).not.toBe(identity.networks);
});

test.each([
  ["version", { version: "9.9.9" }],
  ["hand networks", { networks: "0" }],
  ["MIN_DETECTION_CONFIDENCE", { minDetectionConfidence: 0.6 }],
  ["MIN_TRACKING_CONFIDENCE", { minTrackingConfidence: 0.6 }],
  ["MAX_NUM_HANDS", { maxHands: 1 }],
  ["LIVE_HAND_NETWORK", { liveHandNetwork: "float32" }],
  ["MAX_PICTURE_SIDE", { maxPictureSide: 1 }],
  ["MAX_LIVE_PICTURE_SIDE", { maxLivePictureSide: 1 }],
  ["MAX_DECODED_SIDE", { maxDecodedSide: 1 }],
])("another %s makes them unlike, and is named", (name, change) => {
  const other = { ...identity, ...change };
  expect(fingerprintOf(other)).not.toBe(fingerprintOf(identity));
  expect(differenceOf(other, identity)).toBe(`another ${name}`);
});
