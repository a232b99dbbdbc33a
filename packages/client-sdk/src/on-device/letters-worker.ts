import { landmarkFrameLength } from "@signify/core";
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { serveCalls, type WorkerScope } from "../workers/serve-calls.ts";
import type { LettersRequest, LoadLetters } from "./letters-request.ts";

// The program of the worker that reads letters.

const windowFrames = 32;
let session: InferenceSession | undefined;

const outputs = ["probabilities", "letterness", "embedding"] as const;

async function load({ binary, model, description }: LoadLetters): Promise<unknown> {
  env.wasm.numThreads = 1;
  env.wasm.wasmPaths = { wasm: binary };
  session = await InferenceSession.create(model, { executionProviders: ["wasm"] });
  return (await fetch(description)).json();
}

async function read(window: Float32Array) {
  if (!session) throw new Error("expected to be loaded first");
  // The model's window may be longer than the recognizer's: it is led by zeros.
  const frames = new Float32Array(windowFrames * landmarkFrameLength);
  frames.set(window, frames.length - window.length);
  const landmarks = new Tensor("float32", frames, [1, windowFrames, landmarkFrameLength / 3, 3]);
  const results = await session.run({ landmarks }, outputs);
  const [probabilities, letterness, embedding] = outputs.map((name) => floatsOf(results[name]?.data));
  return { probabilities, letterness: letterness?.[0] ?? 0, embedding };
}

function floatsOf(data: unknown): Float32Array {
  if (data instanceof Float32Array) return data.slice();
  throw new Error("expected the letter model's outputs to be float32");
}

serveCalls(self as unknown as WorkerScope, async (request) => {
  const known = request as LettersRequest;
  if (known.type === "load") return { result: await load(known) };
  return { result: await read(known.window) };
});
