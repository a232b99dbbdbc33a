import { readFile } from "node:fs/promises";
import { type LetterReading, landmarkFrameLength, letterCount } from "@signify/core";
import { halveWeights } from "@signify/models/letter-network";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { disableOnnxTelemetry } from "../onnx/disable-onnx-telemetry.ts";
import { readFloats } from "../onnx/read-floats.ts";
import { type BatchLetterModel, modelWindow } from "./batching-classifier.ts";

/** The letter model on onnxruntime-node, one thread. */
export type OnnxLetterModel = BatchLetterModel & {
  /** Frees it, once nothing is read. */
  release(): Promise<void>;
};

const outputNames = ["probabilities", "letterness", "embedding"];

/**
 * Loads the letter model: `landmarks` [batch, 32, 42, 3] in picture heights → `probabilities` [batch, 26], `letterness`
 * [batch] and `embedding` [batch, dimensions]. Its weights are rounded to half floats, as devices load them: both read the same.
 * @throws Error when the file is not such a model.
 */
export async function loadOnnxLetterModel(path: string): Promise<OnnxLetterModel> {
  disableOnnxTelemetry();
  const session = await InferenceSession.create(halveWeights(await readFile(path)), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: "all",
  });
  const missing = outputNames.filter((name) => !session.outputNames.includes(name));
  if (missing.length > 0) {
    await session.release();
    throw new Error(
      `Expected the letter model to give ${outputNames.join(", ")}: take the model that belongs to this version.`,
    );
  }
  return {
    async read(windows, count): Promise<LetterReading[]> {
      const landmarks = new Tensor("float32", windows, [count, modelWindow, landmarkFrameLength / 3, 3]);
      const outputs = await session.run({ landmarks }, outputNames);
      const probabilities = readFloats(outputs.probabilities);
      const letterness = readFloats(outputs.letterness);
      const embeddings = readFloats(outputs.embedding);
      const dimensions = embeddings.length / count;
      return Array.from({ length: count }, (_, index) => ({
        probabilities: probabilities.slice(index * letterCount, (index + 1) * letterCount),
        letterness: letterness[index] ?? 0,
        embedding: embeddings.slice(index * dimensions, (index + 1) * dimensions),
      }));
    },
    release: () => session.release(),
  };
}
