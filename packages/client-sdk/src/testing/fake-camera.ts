import { createFakeCanvasClass } from "./fake-canvas.ts";
import { createFakeTrack, type FakePicture } from "./fake-track.ts";
import { replaceGlobal } from "./replace-global.ts";

/** Options of {@link createFakeCamera}. */
export type FakeCameraOptions = {
  /** Width of its pictures in pixels. Default 640. */
  width?: number;
  /** Height of its pictures in pixels. Default 480. */
  height?: number;
};

/** A camera in memory, told by a test what to do. It stands in for a browser's, so that a test needs none. */
export type FakeCamera = {
  /** What `openCamera` gets. */
  readonly stream: MediaStream;
  /** Gives one picture to whoever reads the stream. */
  show(): void;
  /** Pictures that were given and not closed yet: a leak, once everything is at rest. */
  readonly openPictures: number;
  /** Ends the stream, as pulling the plug does. */
  unplug(): void;
  /** From now on asking for the camera fails, or works again with "none". */
  refuse(how: "denied" | "missing" | "busy" | "none"): void;
  /** Hides the page or shows it again. */
  hide(hidden: boolean): void;
  /**
   * Puts the camera where a browser has its own (`navigator.mediaDevices`, `MediaStreamTrackProcessor`, a canvas that
   * makes JPEGs nobody can read, and the page's visibility). Answers how to take it away again.
   */
  install(): () => void;
};

const refusals = { denied: "NotAllowedError", missing: "NotFoundError", busy: "NotReadableError" } as const;

/** Makes a {@link FakeCamera}. */
export function createFakeCamera({ width = 640, height = 480 }: FakeCameraOptions = {}): FakeCamera {
  const track = createFakeTrack();
  const stream = { getVideoTracks: () => [track], getTracks: () => [track] } as unknown as MediaStream;
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  let refusal: keyof typeof refusals | "none" = "none";
  let openPictures = 0;

  const createPicture = (): FakePicture => {
    let closed = false;
    openPictures += 1;
    return {
      width,
      height,
      close() {
        if (!closed) openPictures -= 1;
        closed = true;
      },
    };
  };
  const getUserMedia = async () => {
    if (refusal !== "none") throw new DOMException("Refused by the test.", refusals[refusal]);
    return stream;
  };

  return {
    stream,
    show: () => track.show(createPicture()),
    get openPictures() {
      return openPictures;
    },
    unplug: () => track.unplug(),
    refuse(how) {
      refusal = how;
    },
    hide(hidden) {
      page.visibilityState = hidden ? "hidden" : "visible";
      page.dispatchEvent(new Event("visibilitychange"));
    },
    install() {
      const removals = [
        replaceGlobal("navigator", { mediaDevices: { getUserMedia } }),
        replaceGlobal("document", page),
        replaceGlobal("MediaStreamTrackProcessor", track.Processor),
        replaceGlobal("OffscreenCanvas", createFakeCanvasClass()),
      ];
      return () => {
        for (const remove of removals) remove();
      };
    },
  };
}
