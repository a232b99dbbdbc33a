import type { RecognitionMode } from "@signify/core";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { type PalmShape, palmSquare } from "../hands/palm/palm-shape.ts";
import { patchBytes } from "../hands/sampling/gather-patches.ts";
import type { InputForm, NetworkInput } from "../hands/sampling/sampler.ts";
import { disableOnnxTelemetry } from "../onnx/disable-onnx-telemetry.ts";
import { readFloats } from "../onnx/read-floats.ts";
import { type HandModels, handInputSide } from "./hand-models.ts";

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
  const detectPalms = palmReader(palmSession);
  const modelsWith = (hand: InferenceSession): HandModels => ({
    forms: { palm: "planar-floats", hand: formOf(hand) },
    palmsInAnyShape: true,
    detectPalms,
    readHand: handReader(hand),
  });
  return {
    still: modelsWith(handSession),
    live: modelsWith(liveSession),
    async release() {
      for (const session of new Set([palmSession, handSession, liveSession])) await session.release();
    },
  };
}

/** The networks in whole numbers read bytes, those in floats read floats. */
function formOf(session: InferenceSession): InputForm {
  const [input] = session.inputMetadata;
  return input?.isTensor && input.type === "uint8" ? "patched-bytes" : "planar-floats";
}

function palmReader(session: InferenceSession): HandModels["detectPalms"] {
  const tensor = inputTensors();
  return async (input, shape = palmSquare) => {
    const { boxes, scores } = await session.run({ input: tensor(input, shape) }, ["boxes", "scores"]);
    return { boxes: readFloats(boxes), scores: readFloats(scores) };
  };
}

function handReader(session: InferenceSession): HandModels["readHand"] {
  const tensor = inputTensors();
  const square = { width: handInputSide, height: handInputSide };
  const outputs = ["landmarks", "presence", "handedness"];
  return async (input) => {
    const { landmarks, presence, handedness } = await session.run({ input: tensor(input, square) }, outputs);
    return {
      landmarks: readFloats(landmarks),
      presence: readFloats(presence)[0] ?? 0,
      rightProbability: readFloats(handedness)[0] ?? 0.5,
    };
  };
}

/** Makes the tensor of an input once per buffer: a sampler uses its buffers again. */
function inputTensors(): (input: NetworkInput, shape: PalmShape) => Tensor {
  const tensors = new WeakMap<NetworkInput, Tensor>();
  return (input, { width, height }) => {
    const known = tensors.get(input);
    if (known !== undefined) return known;
    const tensor =
      input instanceof Uint8Array
        ? new Tensor("uint8", input, [1, height / 2, width / 2, patchBytes])
        : new Tensor("float32", input, [1, 3, height, width]);
    tensors.set(input, tensor);
    return tensor;
  };
}
