import { afterAll, expect, test } from "bun:test";
import { landmarkFrameLength } from "@signify/core";
import { letterModelPaths } from "@signify/models";
import { modelWindow } from "./batching-classifier.ts";
import { readLetterModelFile } from "./letter-model-file.ts";
import { loadOnnxLetterModel } from "./onnx-letter-model.ts";

const model = await loadOnnxLetterModel(letterModelPaths().model);
afterAll(() => model.release());

const windowLength = modelWindow * landmarkFrameLength;

/** A window of smooth made-up landmarks; `seed` tells one from another. */
function windowOf(seed: number): Float32Array {
  return Float32Array.from({ length: windowLength }, (_, index) => 0.5 + 0.4 * Math.sin(seed + index / 7));
}

test("gives a distribution, a letterness and an embedding of unit length per window", async () => {
  const readings = await model.read(windowOf(1), 1);
  expect(readings).toHaveLength(1);
  const [reading] = readings;
  if (!reading) throw new Error("expected a reading");
  const { probabilities, letterness, embedding } = reading;
  expect(probabilities).toHaveLength(26);
  expect(probabilities.reduce((sum, one) => sum + one)).toBeCloseTo(1, 4);
  expect(letterness).toBeWithin(0, 1 + 1e-6);
  expect(embedding.length).toBe(readLetterModelFile().rules.myHand.dimensions);
  expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
});

test("a window's reading does not depend on what else is in the batch", async () => {
  const seeds = [1, 2, 3, 4, 5];
  const together = new Float32Array(seeds.length * windowLength);
  for (const [index, seed] of seeds.entries()) together.set(windowOf(seed), index * windowLength);
  const batch = await model.read(together, seeds.length);
  for (const [index, seed] of seeds.entries()) {
    const [alone] = await model.read(windowOf(seed), 1);
    const inBatch = batch[index];
    if (!alone || !inBatch) throw new Error("expected a reading");
    for (const [letter, probability] of alone.probabilities.entries())
      expect(inBatch.probabilities[letter]).toBeCloseTo(probability, 4);
    expect(inBatch.letterness).toBeCloseTo(alone.letterness, 4);
    for (const [index, value] of alone.embedding.entries())
      expect(inBatch.embedding[index]).toBeCloseTo(value, 4);
  }
});

test("a network without the outputs that are needed is refused with what to do", async () => {
  const network = letterModelPaths().model.replace("letters/letters.onnx", "hands/dist/palm-detection.onnx");
  await expect(loadOnnxLetterModel(network)).rejects.toThrow(
    "Expected the letter model to give probabilities, letterness, embedding: take the model",
  );
});

test("what is no model is refused", async () => {
  expect(loadOnnxLetterModel(letterModelPaths().metadata)).rejects.toThrow();
});
