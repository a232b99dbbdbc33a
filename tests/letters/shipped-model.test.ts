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

/** What the model says of one window [32, 42, 3]: logits [26], probabilities [26] and embedding [64]. */
async function read(
  window: Float32Array,
): Promise<Record<"logits" | "probabilities" | "embedding", number[]>> {
  const landmarks = new Tensor("float32", window, [1, frames, landmarkFrameLength / 3, 3]);
  const { logits, probabilities, embedding } = await session.run({ landmarks });
  const numbers = (tensor: Tensor | undefined) => Array.from(tensor?.data as Float32Array);
  return { logits: numbers(logits), probabilities: numbers(probabilities), embedding: numbers(embedding) };
}

function mirrored(window: Float32Array): Float32Array {
  const result = new Float32Array(window.length);
  for (let start = 0; start < window.length; start += landmarkFrameLength) {
    result.set(mirrorLandmarks(window.subarray(start, start + landmarkFrameLength)), start);
  }
  return result;
}

function farthest(one: readonly number[], other: readonly number[]): number {
  expect(one.length).toBe(other.length);
  return Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? Number.NaN))));
}

function softmax(logits: readonly number[]): number[] {
  const weights = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
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
    expect(Bun.file(letterModelPaths().model).size).toBeLessThanOrEqual(1_500_000);
  });

  for (const { name, letter, landmarks, logits, embedding } of pinned) {
    const window = Float32Array.from(landmarks);

    test(`reads ${name} as ${letter}, with the pinned logits and embedding to 1e-4`, async () => {
      const found = await read(window);
      expect(bestLetter(found.logits)).toBe(letter as ReturnType<typeof letterAt>);
      expect(farthest(found.logits, logits)).toBeLessThan(1e-4);
      expect(farthest(found.embedding, embedding)).toBeLessThan(1e-4);
      expect(Math.hypot(...found.embedding)).toBeCloseTo(1, 5);
    });

    test(`gives ${name} probabilities that are the softmax of its logits`, async () => {
      const { logits: found, probabilities } = await read(window);
      expect(farthest(softmax(found), probabilities)).toBeLessThan(1e-5);
    });

    test(`reads the mirror image of ${name}, in the other slot, as the same letter`, async () => {
      const [found, other] = [await read(window), await read(mirrored(window))];
      expect(bestLetter(other.logits)).toBe(bestLetter(found.logits));
      expect(farthest(found.logits, other.logits)).toBeLessThan(1e-3);
      expect(farthest(found.embedding, other.embedding)).toBeLessThan(1e-4);
    });
  }
});
