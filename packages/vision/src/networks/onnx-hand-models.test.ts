import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { landmarkCount } from "@signify/core";
import { handModelPaths } from "@signify/models";
import { palmInputSide } from "../hands/palm/palm-shape.ts";
import { handInputSide, palmAnchorCount } from "./hand-models.ts";
import { createOnnxHandModels, type OnnxHandModels } from "./onnx-hand-models.ts";

let models: OnnxHandModels;
beforeAll(async () => {
  models = await createOnnxHandModels(handModelPaths());
});
afterAll(() => models.release());

describe("createOnnxHandModels", () => {
  test("answers with boxes and scores of all anchors", async () => {
    const { boxes, scores } = await models.still.detectPalms(new Float32Array(3 * palmInputSide ** 2));
    expect([boxes.length, scores.length]).toEqual([18 * palmAnchorCount, palmAnchorCount]);
    expect(scores.every((score) => score < 0)).toBe(true);
  });

  test("answers with landmarks, and sees no hand in a black picture", async () => {
    const { landmarks, presence, rightProbability } = await models.still.readHand(
      new Float32Array(3 * handInputSide ** 2),
    );
    expect(landmarks.length).toBe(3 * landmarkCount);
    expect(presence).toBeGreaterThanOrEqual(0);
    expect(presence).toBeLessThan(0.5);
    expect(rightProbability).toBeGreaterThanOrEqual(0);
    expect(rightProbability).toBeLessThanOrEqual(1);
  });

  test("sees what is in the buffer now, when the buffer is used again", async () => {
    const input = new Float32Array(3 * handInputSide ** 2);
    const black = await models.still.readHand(input);
    const before = black.landmarks.slice();
    input.fill(0.7);
    const gray = await models.still.readHand(input);
    expect(gray.landmarks).not.toEqual(before);
    expect(black.landmarks).toEqual(before);
  });

  test("says so when a network is missing", async () => {
    await expect(
      createOnnxHandModels({ palmDetection: "missing.onnx", handLandmark: "missing.onnx" }),
    ).rejects.toThrow(/missing\.onnx/);
  });
});
