import { replaceProperty, undoAll } from "./replace-property.ts";

/** What a `<video>` shows. */
export type ShownStreams = {
  /** Whether something is one of the camera's streams. */
  isShown(source: unknown): boolean;
  width: number;
  height: number;
  /** Pictures so far. */
  shown(): number;
  /** Calls back with the next picture. Answers how to stop that. */
  onNext(callback: () => void): () => void;
};

/**
 * Has the page's `<video>` elements play a camera's streams, which neither jsdom nor happy-dom does: they take them as
 * `srcObject`, are as large as they are, and tell of each picture. Others are left as they are. Without such elements it does nothing.
 */
export function installFakeVideo({ isShown, width, height, shown, onNext }: ShownStreams): () => void {
  if (typeof HTMLVideoElement === "undefined") return () => {};
  const media = HTMLMediaElement.prototype;
  const video = HTMLVideoElement.prototype;
  const sources = new WeakMap<HTMLMediaElement, unknown>();
  const waiting = new Map<number, () => void>();
  let requests = 0;

  const plays = (element: HTMLMediaElement) => isShown(sources.get(element));
  /** A property of those that play one; the others answer as before. */
  const replaceGetter = (owner: HTMLMediaElement, name: keyof HTMLVideoElement, answer: () => unknown) => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    return replaceProperty(owner, name, {
      get(this: HTMLMediaElement) {
        return plays(this) ? answer() : (before?.get?.call(this) ?? before?.value);
      },
      set(this: HTMLMediaElement, value: unknown) {
        before?.set?.call(this, value);
      },
    });
  };
  const play = media.play;
  const metadata = new WeakSet<HTMLMediaElement>();

  return undoAll([
    replaceProperty(media, "srcObject", {
      get(this: HTMLMediaElement) {
        return sources.get(this) ?? null;
      },
      set(this: HTMLMediaElement, source: unknown) {
        sources.set(this, source);
        if (!isShown(source) || metadata.has(this)) return;
        metadata.add(this);
        queueMicrotask(() => this.dispatchEvent(new Event("loadedmetadata")));
      },
    }),
    replaceProperty(media, "play", {
      writable: true,
      async value(this: HTMLMediaElement) {
        if (!plays(this)) return play.call(this);
        this.dispatchEvent(new Event("playing"));
      },
    }),
    replaceGetter(media, "currentTime", () => shown() / 30),
    replaceGetter(media, "ended", () => false),
    replaceGetter(media, "paused", () => false),
    replaceGetter(media, "readyState", () => 4),
    replaceGetter(video, "videoWidth", () => width),
    replaceGetter(video, "videoHeight", () => height),
    replaceProperty(video, "requestVideoFrameCallback", {
      writable: true,
      value(this: HTMLVideoElement, callback: VideoFrameRequestCallback) {
        const request = ++requests;
        if (!plays(this)) return request;
        const stop = onNext(() => {
          waiting.delete(request);
          const now = performance.now();
          const presentedFrames = shown();
          callback(now, {
            ...{ width, height, presentedFrames, mediaTime: presentedFrames / 30 },
            ...{ presentationTime: now, expectedDisplayTime: now, captureTime: now },
          });
        });
        waiting.set(request, stop);
        return request;
      },
    }),
    replaceProperty(video, "cancelVideoFrameCallback", {
      writable: true,
      value(request: number) {
        waiting.get(request)?.();
        waiting.delete(request);
      },
    }),
  ]);
}
