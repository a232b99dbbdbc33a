import type { HandsRequest } from "../hands/hands-request.ts";
import type { LettersRequest } from "../on-device/letters-request.ts";
import { createFakeCanvasClass } from "./fake-canvas.ts";
import { createFakeTrack, type FakeTrack } from "./fake-track.ts";
import { letterDescription } from "./letter-description.ts";
import { replaceGlobal } from "./replace-global.ts";
import { transferablePicture } from "./transferable-picture.ts";
import { workerAddress } from "./worker-address.ts";
import { installWorkerPage, type WorkerPage } from "./worker-page.ts";

/** A page with a camera that can be asked for and with workers that find a hand in every picture and read a C in it. */
export type CameraPage = Pick<WorkerPage, "running"> & {
  /** What was asked of cameras, oldest first. */
  readonly asked: readonly MediaStreamConstraints[];
  /** The cameras that were given, oldest first. */
  readonly tracks: readonly FakeTrack[];
  readonly assetFiles: { handsWorker: string; lettersWorker: string; picturesWorker: string };
  /** From now on asking for a camera fails; or is answered only later, when the returned function is called. */
  refuse(): void;
  allow(): void;
  keepWaiting(): () => void;
  /** Shows a picture to the newest camera. */
  show(): void;
  remove(): void;
};

/** Makes this runtime a {@link CameraPage}. */
export function installCameraPage(): CameraPage {
  const page = installWorkerPage();
  const asked: MediaStreamConstraints[] = [];
  const tracks: FakeTrack[] = [];
  let isRefused = false;
  let gate: Promise<void> = Promise.resolve();
  const getUserMedia = async (wish: MediaStreamConstraints) => {
    asked.push(wish);
    await gate;
    if (isRefused) throw new DOMException("Refused by the test.", "NotAllowedError");
    const track = createFakeTrack();
    tracks.push(track);
    return { getVideoTracks: () => [track], getTracks: () => [track] };
  };
  class Processor {
    constructor({ track }: { track: FakeTrack }) {
      // biome-ignore lint/correctness/noConstructorReturn: the track knows how it is read
      return new track.Processor({ track });
    }
  }
  const removals = [
    replaceGlobal("navigator", { mediaDevices: { getUserMedia } }),
    replaceGlobal("MediaStreamTrackProcessor", Processor),
    replaceGlobal("OffscreenCanvas", createFakeCanvasClass()),
  ];
  return {
    get running() {
      return page.running;
    },
    ...{ asked, tracks },
    assetFiles: {
      handsWorker: workerAddress(async (request) => {
        if ((request as HandsRequest).type === "load") return { result: undefined };
        const landmarks = new Float32Array(126).fill(0.5, 63);
        return { result: { landmarks, hands: 1, aspect: 1, milliseconds: 1 } };
      }),
      lettersWorker: workerAddress(async (request) => {
        if ((request as LettersRequest).type === "load")
          return { result: (globalThis as { known?: unknown }).known };
        const probabilities = new Float32Array(26);
        probabilities[2] = 1;
        return { result: { probabilities, letterness: 1, embedding: probabilities } };
      }, letterDescription()),
      picturesWorker: workerAddress(async () => ({ result: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) })),
    },
    refuse() {
      isRefused = true;
    },
    allow() {
      isRefused = false;
    },
    keepWaiting() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    show() {
      tracks.at(-1)?.show(Object.assign(transferablePicture(), { width: 640, height: 480 }));
    },
    remove() {
      for (const remove of removals) remove();
      page.remove();
    },
  };
}
