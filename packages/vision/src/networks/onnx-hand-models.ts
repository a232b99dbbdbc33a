import type { RecognitionMode } from "@signify/core";
import { InferenceSession, Tensor } from "onnxruntime-node";
import type { NetworkInput } from "../hands/sampling/sampler.ts";
import { disableOnnxTelemetry } from "../onnx/disable-onnx-telemetry.ts";
import { readFloats } from "../onnx/read-floats.ts";
import { type HandModels, handInputSide, palmInputSide } from "./hand-models.ts";

/** Options of {@link createOnnxHandModels}. */
export type OnnxHandModelsOptions = {
  /** Path of the palm network, see `handModelPaths` of `@signify/models`. */
  palmDetection: string;
  /** Path of the hand network. */
  handLandmark: string;
  /** Path of the hand network for live frames, where another is wanted there. */
  liveHandLandmark?: string;
  /** Threads of one run. Several processes of one thread each get more frames done than one of several threads. */
  threads?: number;
};

/** The hand networks in ONNX Runtime, for stills and for live frames. */
export type OnnxHandModels = Record<RecognitionMode, HandModels> & {
  /** Frees them, once no run is under way. */
  release(): Promise<void>;
};

/**
 * Loads the palm network and the hand network. A run blocks the JavaScript thread while it computes.
 *
 * @throws Error of ONNX Runtime when a file is missing or no network
 */
export async function createOnnxHandModels({
  palmDetection,
  handLandmark,
  liveHandLandmark = handLandmark,
  threads = 1,
}: OnnxHandModelsOptions): Promise<OnnxHandModels> {
  const options: InferenceSession.SessionOptions = {
    executionProviders: ["cpu"],
    graphOptimizationLevel: "all",
    executionMode: "sequential",
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Waiting threads would burn the cores that other processes compute on.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
    logSeverityLevel: 3,
  };
  disableOnnxTelemetry();
  const palmSession = await InferenceSession.create(palmDetection, options);
  const handSession = await InferenceSession.create(handLandmark, options);
  const liveSession =
    liveHandLandmark === handLandmark
      ? handSession
      : await InferenceSession.create(liveHandLandmark, options);
  const forms = { palm: "planar-floats", hand: "planar-floats" } as const;
  const detectPalms = palmReader(palmSession);
  return {
    still: { forms, detectPalms, readHand: handReader(handSession) },
    live: { forms, detectPalms, readHand: handReader(liveSession) },
    async release() {
      for (const session of new Set([palmSession, handSession, liveSession])) await session.release();
    },
  };
}

function palmReader(session: InferenceSession): HandModels["detectPalms"] {
  const tensor = inputTensors(palmInputSide);
  return async (input) => {
    const { boxes, scores } = await session.run({ input: tensor(input) }, ["boxes", "scores"]);
    return { boxes: readFloats(boxes), scores: readFloats(scores) };
  };
}

function handReader(session: InferenceSession): HandModels["readHand"] {
  const tensor = inputTensors(handInputSide);
  const outputs = ["landmarks", "presence", "handedness"];
  return async (input) => {
    const { landmarks, presence, handedness } = await session.run({ input: tensor(input) }, outputs);
    return {
      landmarks: readFloats(landmarks),
      presence: readFloats(presence)[0] ?? 0,
      rightProbability: readFloats(handedness)[0] ?? 0.5,
    };
  };
}

/** Makes the tensor of an input once per buffer: the search for hands uses its buffers again. */
function inputTensors(side: number): (input: NetworkInput) => Tensor {
  const tensors = new WeakMap<NetworkInput, Tensor>();
  return (input) => {
    const known = tensors.get(input);
    if (known !== undefined) return known;
    const shape = [1, 3, side, side];
    const tensor =
      input instanceof Uint8Array ? new Tensor("uint8", input, shape) : new Tensor("float32", input, shape);
    tensors.set(input, tensor);
    return tensor;
  };
}
