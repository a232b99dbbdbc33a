import { landmarkFrameLength } from "@signify/core";
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { serveCalls, type WorkerScope } from "../workers/serve-calls.ts";
import type { LettersRequest, LoadLetters } from "./letters-request.ts";

// The program of the worker that reads letters.

const windowFrames = 32;
let session: InferenceSession | undefined;

async function load({ binary, model }: LoadLetters): Promise<void> {
  env.wasm.numThreads = 1;
  env.wasm.wasmPaths = { wasm: binary };
  session = await InferenceSession.create(model, { executionProviders: ["wasm"] });
}

async function read(window: Float32Array) {
  if (!session) throw new Error("expected to be loaded first");
  // The model's window may be longer than the recognizer's: it is led by zeros.
  const frames = new Float32Array(windowFrames * landmarkFrameLength);
  frames.set(window, frames.length - window.length);
  const landmarks = new Tensor("float32", frames, [1, windowFrames, landmarkFrameLength / 3, 3]);
  const { probabilities, letterness } = await session.run({ landmarks }, ["probabilities", "letterness"]);
  if (!(probabilities?.data instanceof Float32Array) || !(letterness?.data instanceof Float32Array)) {
    throw new Error("expected the letter model's outputs to be float32");
  }
  return { probabilities: probabilities.data.slice(), letterness: letterness.data[0] ?? 0 };
}

serveCalls(self as unknown as WorkerScope, async (request) => {
  const known = request as LettersRequest;
  if (known.type === "load") return { result: await load(known) };
  return { result: await read(known.window) };
});
