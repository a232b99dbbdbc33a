import { cameraWorkers } from "./camera-page.ts";
import { createFakeCanvasClass } from "./fake-canvas.ts";
import { createFakeTrack, type FakeTrack } from "./fake-track.ts";
import { replaceGlobal } from "./replace-global.ts";
import { transferablePicture } from "./transferable-picture.ts";
import { installWorkerPage, type WorkerPage } from "./worker-page.ts";

/** A page with a camera that can be asked for and with workers that find a hand in every picture and read a C in it. */
export type PageWithCameras = Pick<WorkerPage, "running"> & {
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

/** Makes this runtime a {@link PageWithCameras}. */
export function installPageWithCameras(): PageWithCameras {
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
    assetFiles: cameraWorkers(),
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
