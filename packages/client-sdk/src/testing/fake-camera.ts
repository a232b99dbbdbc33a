import { createFakeCanvasClass } from "./fake-canvas.ts";
import { createFakePage } from "./fake-page.ts";
import { createFakeStream, createFakeTrackProcessor, type FakeStream } from "./fake-stream.ts";
import type { FakePicture } from "./fake-track.ts";
import { installFakeVideo } from "./fake-video.ts";
import { replaceGlobal } from "./replace-global.ts";
import { replaceProperty, undoAll } from "./replace-property.ts";

/** Options of {@link createFakeCamera}. */
export type FakeCameraOptions = {
  /** Width of its pictures in pixels. Default 640. */
  width?: number;
  /** Height of its pictures in pixels. Default 480. */
  height?: number;
};

/** A camera in memory, told by a test what to do. It stands in for a browser's, so that a test needs none. */
export type FakeCamera = {
  /** What `openCamera` got last, or gets first: each has a stream of its own. */
  readonly stream: MediaStream;
  /** Gives one picture to whoever reads a stream. */
  show(): void;
  /** Gives so many pictures a second from now on, by the timers that the test has then; 0 for none by itself, as at first. */
  run(framesPerSecond: number): void;
  /** Pictures that were given and not closed yet: a leak, once everything is at rest. */
  readonly openPictures: number;
  /** Ends all streams, as pulling the plug does. Whoever asks again gets a new one. */
  unplug(): void;
  /** Holds all pictures back, as a system does that has a use for the camera itself, or gives them again. */
  mute(muted: boolean): void;
  /** From now on asking for the camera fails, or works again with "none". */
  refuse(how: "denied" | "missing" | "busy" | "none"): void;
  /** Hides the page or shows it again. */
  hide(hidden: boolean): void;
  /**
   * Puts the camera where a browser has its own (`navigator.mediaDevices`, `MediaStreamTrackProcessor`, `<video>`,
   * `createImageBitmap`, `VideoFrame`, a canvas that makes JPEGs nobody can read, and the page's visibility). Answers how to take it away again,
   * after which everything is as it was.
   */
  install(): () => void;
};

const refusals = { denied: "NotAllowedError", missing: "NotFoundError", busy: "NotReadableError" } as const;

/** Makes a {@link FakeCamera}. */
export function createFakeCamera({ width = 640, height = 480 }: FakeCameraOptions = {}): FakeCamera {
  let last = createFakeStream({ width, height });
  const streams = new Map<unknown, FakeStream>([[last.stream, last]]);
  let unasked = true;
  const page = createFakePage();
  const watching = new Set<() => void>();
  let refusal: keyof typeof refusals | "none" = "none";
  let openPictures = 0;
  let shown = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

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
  const show = () => {
    shown += 1;
    for (const { track } of streams.values()) {
      // A picture that only a `<video>` shows is nobody's to close.
      if (track.readyState === "live" && !track.muted && (watching.size === 0 || track.isRead()))
        track.show(createPicture());
    }
    const told = [...watching];
    watching.clear();
    for (const tell of told) tell();
  };
  const run = (framesPerSecond: number) => {
    clearTimeout(timer);
    if (framesPerSecond === 0) return;
    timer = setTimeout(() => {
      show();
      run(framesPerSecond);
    }, 1000 / framesPerSecond);
  };
  const getUserMedia = async () => {
    if (refusal !== "none") throw new DOMException("Refused by the test.", refusals[refusal]);
    if (!unasked || last.track.readyState === "ended") last = createFakeStream({ width, height });
    unasked = false;
    streams.set(last.stream, last);
    return last.stream;
  };
  const device = { kind: "videoinput", deviceId: "fake-camera", groupId: "", label: last.track.label };
  const mediaDevices = Object.assign(new EventTarget(), {
    getUserMedia,
    enumerateDevices: async () => [device],
  });

  return {
    get stream() {
      return last.stream;
    },
    show,
    run,
    get openPictures() {
      return openPictures;
    },
    unplug() {
      for (const { track } of streams.values()) track.unplug();
    },
    mute(muted) {
      for (const { track } of streams.values()) track.mute(muted);
    },
    refuse(how) {
      refusal = how;
    },
    hide: page.hide,
    install: () =>
      undoAll([
        () => run(0),
        typeof navigator === "undefined"
          ? replaceGlobal("navigator", { mediaDevices })
          : replaceProperty(navigator, "mediaDevices", { value: mediaDevices }),
        page.install(),
        replaceGlobal("MediaStreamTrackProcessor", createFakeTrackProcessor()),
        replaceGlobal("OffscreenCanvas", createFakeCanvasClass()),
        replaceGlobal("createImageBitmap", async () => createPicture()),
        replaceGlobal("VideoFrame", function frameOfVideo() {
          return createPicture();
        }),
        installFakeVideo({
          ...{ width, height, shown: () => shown },
          isShown: (source) => streams.has(source),
          onNext(callback) {
            watching.add(callback);
            return () => void watching.delete(callback);
          },
        }),
      ]),
  };
}
