import { landmarkFrameLength } from "@signify/core";
import { type Network, openNetwork } from "../onnx/open-network.ts";
import { serveCalls, type WorkerScope } from "../workers/serve-calls.ts";
import type { LettersRequest, LoadLetters } from "./letters-request.ts";

// The program of the worker that reads letters.

const windowFrames = 32;
let network: Network | undefined;

const outputs = ["probabilities", "letterness", "embedding"] as const;

async function load({ model, description }: LoadLetters): Promise<unknown> {
  const response = await fetch(model);
  if (!response.ok) throw new Error(`expected a letter model at ${model}, got status ${response.status}`);
  network = openNetwork(new Uint8Array(await response.arrayBuffer()));
  return (await fetch(description)).json();
}

function read(window: Float32Array) {
  if (!network) throw new Error("expected to be loaded first");
  // The model's window may be longer than the recognizer's: it is led by zeros.
  const data = new Float64Array(windowFrames * landmarkFrameLength);
  data.set(window, data.length - window.length);
  const landmarks = { shape: [1, windowFrames, landmarkFrameLength / 3, 3], data };
  const { probabilities, letterness, embedding } = network.run({ landmarks }, outputs);
  return {
    probabilities: Float32Array.from(probabilities.data),
    letterness: letterness.data[0] ?? 0,
    embedding: Float32Array.from(embedding.data),
  };
}

serveCalls(self as unknown as WorkerScope, async (request) => {
  const known = request as LettersRequest;
  if (known.type === "load") return { result: await load(known) };
  return { result: read(known.window) };
});
