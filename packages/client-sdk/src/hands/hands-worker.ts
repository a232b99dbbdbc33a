import { toLandmarkFrame } from "@signify/core";
import { createSampler } from "@signify/vision/hands";
import { serveCalls, type WorkerScope } from "../workers/serve-calls.ts";
import { createHandFinder } from "./hand-finder.ts";
import type { FindHands, FoundHands, HandsRequest, LoadHands, StartHands } from "./hands-request.ts";
import { openLiteRtHandModels } from "./litert/litert-hand-models.ts";
import { type LiteRtRuntime, loadLiteRt } from "./litert/load-litert.ts";
import { createPixelReader } from "./read-pixels.ts";

// The program of the hands worker. Looking for hands blocks the thread that does it, so it is not the page's.

const sampler = createSampler();
const readPixels = createPixelReader(sampler);
let giveProgram: (program: Promise<Uint8Array<ArrayBuffer>>) => void;
const program = new Promise<Uint8Array<ArrayBuffer>>((resolve) => {
  giveProgram = resolve;
});
let starting: Promise<LiteRtRuntime> | undefined;
let findHands: ReturnType<typeof createHandFinder> | undefined;

/** What fails here is told to whoever waits for the loading. */
function start({ loader, threads }: StartHands): void {
  starting = loadLiteRt({ loader, threads, program });
  starting.catch(() => {});
}

async function load({ binary, palmDetection, handLandmark, ...request }: LoadHands): Promise<void> {
  if (!starting) throw new Error("expected to be started first");
  giveProgram(fetchBytes(binary));
  const [runtime, palmFile, handFile] = await Promise.all([
    starting,
    fetchBytes(palmDetection),
    fetchBytes(handLandmark),
  ]);
  const models = await openLiteRtHandModels(runtime, { palmDetection: palmFile, handLandmark: handFile });
  const { mode, maxHands, minDetectionConfidence, minTrackingConfidence } = request;
  findHands = createHandFinder({
    ...{ models, sampler, mode, maxHands, minDetectionConfidence, minTrackingConfidence },
  });
}

async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`expected a file at ${address}, got status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function find({ picture, mirrored, still }: FindHands): Promise<FoundHands> {
  const started = performance.now();
  try {
    if (!findHands) throw new Error("expected to be loaded first");
    const image = await readPixels(picture);
    const { hands, moreHands } = await findHands(image, { still });
    const aspect = image.width / image.height;
    const landmarks = toLandmarkFrame(hands, { aspect, mirrored });
    return { landmarks, hands: hands.length, moreHands, aspect, milliseconds: performance.now() - started };
  } finally {
    picture.close();
  }
}

serveCalls(self as unknown as WorkerScope, async (request) => {
  const known = request as HandsRequest;
  if (known.type === "start") return { result: start(known) };
  if (known.type === "load") return { result: await load(known) };
  const result = await find(known);
  return { result, transfer: [result.landmarks.buffer] };
});
