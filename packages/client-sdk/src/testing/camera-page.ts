import type { Frame } from "@signify/core";
import { deferred } from "@signify/core/testing";
import type { HandsRequest } from "../hands/hands-request.ts";
import type { LettersRequest } from "../on-device/letters-request.ts";
import { type RecognizeCameraOptions, recognizeCamera } from "../on-device/recognize-camera.ts";
import { createFakeCanvasClass } from "./fake-canvas.ts";
import { createFakeServer, type FakeServer } from "./fake-server.ts";
import { createFakeTrack } from "./fake-track.ts";
import { letterDescription } from "./letter-description.ts";
import { createManualTiming } from "./manual-timing.ts";
import { replaceGlobal } from "./replace-global.ts";
import { transferablePicture } from "./transferable-picture.ts";
import { workerAddress } from "./worker-address.ts";
import { installWorkerPage } from "./worker-page.ts";

/** A hand in every picture, a C in every window, and JPEGs: each from a worker of its own. */
export const cameraWorkers = () => ({
  handsWorker: workerAddress(async (request) => {
    if ((request as HandsRequest).type !== "find") return { result: undefined };
    const landmarks = new Float32Array(126).fill(0.5, 63);
    return { result: { landmarks, hands: 1, moreHands: false, aspect: 1, milliseconds: 1 } };
  }),
  lettersWorker: workerAddress(async (request) => {
    if ((request as LettersRequest).type === "load")
      return { result: (globalThis as { known?: unknown }).known };
    const probabilities = new Float32Array(26);
    probabilities[2] = 1;
    return { result: { probabilities, letterness: 1, embedding: probabilities } };
  }, letterDescription()),
  picturesWorker: workerAddress(async () => ({ result: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) })),
});

/** A page with workers, a camera's track and a canvas. */
export function installCameraPage() {
  const page = installWorkerPage();
  const track = createFakeTrack();
  const removals = [
    replaceGlobal("MediaStreamTrackProcessor", track.Processor),
    replaceGlobal("OffscreenCanvas", createFakeCanvasClass()),
  ];
  const remove = () => {
    for (const undo of removals) undo();
    page.remove();
  };
  return { page, track, remove };
}

/** A server, and what is to be done with it and the camera of a page. */
export function setUpRecognition(
  { page, track }: ReturnType<typeof installCameraPage>,
  refusal: Parameters<FakeServer["refuse"]>[0] = "none",
) {
  const arrivals: ReturnType<typeof deferred<Frame>>[] = [];
  const server = createFakeServer({ onFrame: (frame) => arrivals.shift()?.resolve(frame) });
  server.refuse(refusal);
  const timing = createManualTiming();
  const files = cameraWorkers();
  const workers = () =>
    page.scripts.map((script) => Object.keys(files)[Object.values(files).indexOf(script)]);
  const open = (options: Partial<RecognizeCameraOptions> = {}) =>
    recognizeCamera({
      ...{ url: "ws://a", WebSocket: server.WebSocket, timing, mode: "still" },
      ...{ assets: "/signify/", assetFiles: files, framesPerSecond: 1e9 },
      source: { getVideoTracks: () => [track] } as unknown as MediaStream,
      ...options,
    });
  const show = () => track.show(Object.assign(transferablePicture(), { width: 640, height: 480 }));
  /** The next frame that reaches the server. */
  const arrival = () => {
    const frame = deferred<Frame>();
    arrivals.push(frame);
    return frame.promise;
  };
  return { server, timing, files, open, show, arrival, workers };
}
