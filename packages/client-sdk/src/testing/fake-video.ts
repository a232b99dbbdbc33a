import { replaceProperty, undoAll } from "./replace-property.ts";

/** What a `<video>` shows. */
export type ShownStream = {
  stream: MediaStream;
  width: number;
  height: number;
  /** Pictures so far. */
  shown(): number;
  /** Calls back with the next picture. Answers how to stop that. */
  onNext(callback: () => void): () => void;
};

/**
 * Has the page's `<video>` elements play one stream, which neither jsdom nor happy-dom does: they take it as `srcObject`, are
 * as large as it, and tell of each picture. Others are left as they are. Without such elements it does nothing.
 */
export function installFakeVideo({ stream, width, height, shown, onNext }: ShownStream): () => void {
  if (typeof HTMLVideoElement === "undefined") return () => {};
  const media = HTMLMediaElement.prototype;
  const video = HTMLVideoElement.prototype;
  const sources = new WeakMap<HTMLMediaElement, unknown>();
  const waiting = new Map<number, () => void>();
  let requests = 0;

  /** A property of those that play the stream; the others answer as before. */
  const replaceGetter = (owner: HTMLMediaElement, name: keyof HTMLVideoElement, answer: () => unknown) => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    return replaceProperty(owner, name, {
      get(this: HTMLMediaElement) {
        return sources.get(this) === stream ? answer() : (before?.get?.call(this) ?? before?.value);
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
        if (source !== stream || metadata.has(this)) return;
        metadata.add(this);
        queueMicrotask(() => this.dispatchEvent(new Event("loadedmetadata")));
      },
    }),
    replaceProperty(media, "play", {
      writable: true,
      async value(this: HTMLMediaElement) {
        if (sources.get(this) !== stream) return play.call(this);
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
        if (sources.get(this) !== stream) return request;
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
