import { HandLandmarker } from "@mediapipe/tasks-vision";
import { toLandmarkFrame } from "@signify/core";
import { serveCalls, type WorkerScope } from "../workers/serve-calls.ts";
import type { FindHands, FoundHands, HandsRequest, LoadHands } from "./hands-request.ts";
import { toHands } from "./to-hands.ts";

// The program of the hands worker. Looking for hands blocks the thread that does it, so it is not the page's.

let landmarker: HandLandmarker | undefined;
let live = true;
let lastTime = 0;

async function load(options: LoadHands): Promise<void> {
  live = options.mode === "live";
  landmarker = await HandLandmarker.createFromOptions(
    { wasmLoaderPath: options.loader, wasmBinaryPath: options.binary },
    {
      baseOptions: { modelAssetPath: options.model, delegate: "CPU" },
      runningMode: live ? "VIDEO" : "IMAGE",
      numHands: options.maxHands,
      minHandDetectionConfidence: options.minDetectionConfidence,
      minHandPresenceConfidence: options.minTrackingConfidence,
      minTrackingConfidence: options.minTrackingConfidence,
    },
  );
}

function find({ picture, mirrored, capturedAt }: FindHands): FoundHands {
  if (!landmarker) throw new Error("expected to be loaded first");
  const started = performance.now();
  const width = "displayWidth" in picture ? picture.displayWidth : picture.width;
  const height = "displayHeight" in picture ? picture.displayHeight : picture.height;
  const aspect = width / height;
  try {
    // The tracker refuses times that do not increase, and clocks do jump.
    lastTime = Math.max(lastTime + 1, Math.round(capturedAt));
    const result = live ? landmarker.detectForVideo(picture, lastTime) : landmarker.detect(picture);
    const landmarks = toLandmarkFrame(toHands(result, aspect), { aspect, mirrored });
    const milliseconds = performance.now() - started;
    return { landmarks, hands: result.landmarks.length, aspect, milliseconds };
  } finally {
    picture.close();
  }
}

serveCalls(self as unknown as WorkerScope, async (request) => {
  const known = request as HandsRequest;
  if (known.type === "load") return { result: await load(known) };
  const result = find(known);
  return { result, transfer: [result.landmarks.buffer] };
});
