import { SignifyError } from "@signify/core";
import { cameraPaused } from "./camera-error.ts";
import { type CameraPicturesOptions, cameraPictures } from "./camera-pictures.ts";
import type { CameraPicture, CameraSource } from "./camera-source.ts";
import { watchMute } from "./watch-mute.ts";
import { watchVisibility } from "./watch-visibility.ts";

/**
 * How a camera is doing: it gives pictures, its page is hidden, it is held back for a while (see `error`), it is lost (see
 * `error`), or it was stopped.
 */
export type CameraState = "on" | "hidden" | "paused" | "lost" | "stopped";

/** Options of a feed. */
export type FeedOptions = CameraPicturesOptions & {
  /** Whether the pictures are mirrored, as some cameras' are. A preview that is mirrored by CSS is not. Default false. */
  mirrored?: boolean;
  /** Told of every change. */
  onCamera?: (state: CameraState, error?: SignifyError) => void;
};

/** A camera that feeds a client. */
export type Feed = {
  /** How the camera is doing; `onCamera` is told of every change. */
  readonly state: CameraState;
  /** Settles when the feed has ended: by `stop`, by the end of the file, or with the camera. It never rejects. */
  readonly ended: Promise<void>;
  /** Ends it; the client stays open. */
  stop(): void;
};

/** Gives every picture to `handle`, one after the other, until it is stopped or the camera is lost. */
export function startFeed(
  source: CameraSource,
  handle: (picture: CameraPicture) => Promise<void>,
  { onCamera, signal, ...options }: FeedOptions,
): Feed {
  const abort = new AbortController();
  const stop = () => abort.abort();
  let state: CameraState = "on";
  const tell = (next: CameraState, error?: SignifyError) => {
    if (state === next || state === "lost" || state === "stopped") return;
    state = next;
    onCamera?.(next, error);
  };
  const forgetPage = watchVisibility((hidden) => tell(hidden ? "hidden" : "on"));
  const forgetTrack = watchMute(source, (muted) => {
    // A hidden page's camera may be held back, which is no surprise.
    if (state !== "hidden") tell(muted ? "paused" : "on", muted ? cameraPaused() : undefined);
  });
  signal?.addEventListener("abort", stop, { once: true });
  if (signal?.aborted) stop();

  const run = async () => {
    try {
      for await (const picture of cameraPictures(source, { ...options, signal: abort.signal })) {
        await handle(picture);
      }
      tell("stopped");
    } catch (error) {
      if (abort.signal.aborted) return tell("stopped");
      tell("lost", SignifyError.isInstance(error) ? error : brokenFeed(error));
    } finally {
      forgetPage();
      forgetTrack();
      signal?.removeEventListener("abort", stop);
    }
  };
  const ended = run();
  return {
    get state() {
      return state;
    },
    ended,
    stop,
  };
}

function brokenFeed(cause: unknown): SignifyError {
  return new SignifyError("camera-lost", "The camera's pictures could not be read any more. Open it again.", {
    cause,
  });
}
