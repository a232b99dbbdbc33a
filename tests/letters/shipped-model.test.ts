import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { landmarkFrameLength, letterAt, mirrorLandmarks } from "@signify/core";
import { letterModelPaths } from "@signify/models";
import pinned from "@signify/models/pinned" with { type: "json" };
import { InferenceSession, Tensor } from "onnxruntime-node";

/** Holds the shipped letter model to known sequences, so that no other file takes its place unnoticed. */

let session: InferenceSession;
beforeAll(async () => {
  session = await InferenceSession.create(letterModelPaths().model, { intraOpNumThreads: 1 });
});
afterAll(async () => {
  await session.release();
});

const frames = 32;

/** Logits [26] of one window [32, 42, 3]. */
async function logitsOf(window: Float32Array): Promise<number[]> {
  const landmarks = new Tensor("float32", window, [1, frames, landmarkFrameLength / 3, 3]);
  const { logits } = await session.run({ landmarks });
  return Array.from(logits?.data as Float32Array);
}

function mirrored(window: Float32Array): Float32Array {
  const result = new Float32Array(window.length);
  for (let start = 0; start < window.length; start += landmarkFrameLength) {
    result.set(mirrorLandmarks(window.subarray(start, start + landmarkFrameLength)), start);
  }
  return result;
}

const bestLetter = (logits: readonly number[]) => letterAt(logits.indexOf(Math.max(...logits)));

describe("the shipped letter model", () => {
  test("is the one that model.json describes", async () => {
    const { model, metadata } = letterModelPaths();
    const digest = createHash("sha256")
      .update(await Bun.file(model).bytes())
      .digest("hex");
    expect((await Bun.file(metadata).json()).sha256).toBe(digest);
  });

  test("is small", async () => {
    expect(Bun.file(letterModelPaths().model).size).toBeLessThanOrEqual(2_000_000);
  });

  for (const { name, letter, landmarks, logits } of pinned) {
    const window = Float32Array.from(landmarks);

    test(`reads ${name} as ${letter}, with the pinned logits to 1e-4`, async () => {
      const read = await logitsOf(window);
      expect(bestLetter(read)).toBe(letter as ReturnType<typeof letterAt>);
      for (const [index, logit] of logits.entries())
        expect(Math.abs((read[index] ?? 0) - logit)).toBeLessThan(1e-4);
    });

    test(`reads the mirror image of ${name}, in the other slot, as the same letter`, async () => {
      const [read, other] = [await logitsOf(window), await logitsOf(mirrored(window))];
      expect(bestLetter(other)).toBe(bestLetter(read));
      for (const [index, logit] of read.entries())
        expect(Math.abs((other[index] ?? 0) - logit)).toBeLessThan(1e-3);
    });
  }
});
