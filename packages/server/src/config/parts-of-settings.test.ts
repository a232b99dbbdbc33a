import { expect, test } from "bun:test";
import { availableParallelism } from "node:os";
import { defaultRecognizerSettings } from "@signify/core";
import { visionProcessCount, visionSettings } from "@signify/workers/settings";
import { recognizerSettings } from "./parts-of-settings.ts";
import { readSettings } from "./read-settings.ts";

test("the server's defaults are the core's own", () => {
  expect(recognizerSettings(readSettings({}))).toEqual(defaultRecognizerSettings);
});

test("there are as many vision processes as set, but never more than cores", () => {
  expect(visionProcessCount(readSettings({ THREAD_POOL_MAX_WORKERS: "1" }))).toBe(1);
  expect(visionProcessCount(readSettings({ THREAD_POOL_MAX_WORKERS: "64" }))).toBe(
    Math.min(64, availableParallelism()),
  );
});

test("vision processes are told nothing but what concerns them", () => {
  expect(visionSettings(readSettings({ AUTH_TOKEN: "secret", MAX_NUM_HANDS: "1" }))).toEqual({
    minDetectionConfidence: 0.5,
    minTrackingConfidence: 0.5,
    maxHands: 1,
    liveHandNetwork: "int8",
    maxPictureSide: 4096,
    maxLivePictureSide: 1920,
    maxDecodedSide: 1280,
  });
});

test("a live frame is never allowed to be larger than a still", () => {
  const sides = (environment: Record<string, string>) => {
    const { maxPictureSide, maxLivePictureSide } = visionSettings(readSettings(environment));
    return [maxPictureSide, maxLivePictureSide];
  };
  expect(sides({ MAX_PICTURE_SIDE: "1000" })).toEqual([1000, 1000]);
  expect(sides({ MAX_LIVE_PICTURE_SIDE: "1000" })).toEqual([4096, 1000]);
});
