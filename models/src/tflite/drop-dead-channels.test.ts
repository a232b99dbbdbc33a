import { describe, expect, test } from "bun:test";
import { convertTflite } from "../convert/convert-tflite.ts";
import { readHandNetworks } from "../mediapipe-package.ts";
import { foundInNoise } from "../testing/found-in-noise.ts";
import { depthwiseBlocks } from "./depthwise-blocks.ts";
import { dropDeadChannels } from "./drop-dead-channels.ts";
import { readTflite } from "./read-tflite.ts";

const { handLandmark } = readHandNetworks();
const given = new Uint8Array(handLandmark);
const slim = dropDeadChannels(handLandmark, "hand");

/** How many channels each depthwise convolution has. */
function widths(tflite: Uint8Array): (number | undefined)[] {
  return depthwiseBlocks(readTflite(tflite, "hand")).map(({ weights }) => weights.shape.at(-1));
}

/** What the network finds in noise. */
function foundBy(tflite: Uint8Array): Promise<Record<string, Float32Array>> {
  const outputs = ["landmarks", "presence", "handedness", "world_landmarks"];
  return foundInNoise(convertTflite(tflite, { name: "hand", outputs }));
}

describe("dropDeadChannels", () => {
  test("takes half of the channels out of the last four blocks, in groups of 32", () => {
    const before = [24, 64, 144, 144, 240, 240, 480, 480, 480, 672, 672, 672, 1152, 1152, 1152, 1152];
    const after = [24, 64, 144, 144, 240, 240, 480, 480, 480, 672, 640, 640, 608, 512, 416, 512];
    expect(widths(given)).toEqual(before);
    expect(widths(slim)).toEqual(after);
  });

  test("leaves the file that it was given, and the length of it", () => {
    expect(Buffer.from(handLandmark).equals(given)).toBe(true);
    expect(slim.length).toBe(given.length);
  });

  test("what is left finds landmarks within a hundredth of a pixel", async () => {
    const [whole, found] = [await foundBy(given), await foundBy(slim)];
    const apart = (name: string) =>
      Math.max(...(whole[name] ?? []).map((value, index) => Math.abs(value - (found[name]?.[index] ?? NaN))));
    expect(apart("landmarks")).toBeLessThan(0.01);
    expect(apart("world_landmarks")).toBeLessThan(0.0001);
    expect(apart("presence")).toBeLessThan(0.0001);
    expect(apart("handedness")).toBeLessThan(0.0001);
  });

  test("finds nothing more to take out of what is left", () => {
    expect(Buffer.from(dropDeadChannels(slim, "hand")).equals(slim)).toBe(true);
  });

  test("refuses what is no network", () => {
    expect(() => dropDeadChannels(new TextEncoder().encode("no network"), "hand")).toThrow(
      /hand is not a TensorFlow Lite model/,
    );
  });
});
