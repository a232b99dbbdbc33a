import {
  createRecognizer,
  type HandLocator,
  type RecognizerEvent,
  type RecognizerOptions,
} from "@signify/core";

/** Options of {@link watchFrames}: those of a recognizer that needs no pictures, and has the time of its frames. */
export type WatchFramesOptions = Omit<RecognizerOptions, "locator" | "clock" | "onOutcome">;

/** A recognizer that is shown landmarks as a camera would, in a time of its own. */
export type FrameWatch = Pick<ReturnType<typeof createRecognizer>, "setTarget"> & {
  /** Shows a frame [42, 3] at this time in milliseconds, and waits until all that it causes is told. */
  show(landmarks: Float32Array, at: number): Promise<void>;
  close(): Promise<void>;
};

const noPictures: HandLocator = {
  acquire: () => Promise.reject(new Error("landmarks are read, not pictures")),
};

/** Shows landmarks to the whole recognizer, one frame after the other. Answers take no time. */
export function watchFrames(
  options: WatchFramesOptions,
  onEvent: (event: RecognizerEvent) => void,
): FrameWatch {
  let now = 0;
  let sequence = 0;
  let ended = () => {};
  const recognizer = createRecognizer({
    ...{ ...options, locator: noPictures, clock: () => now },
    onOutcome: () => ended(),
  });
  const running = recognizer.run(onEvent);
  return {
    setTarget: (target) => recognizer.setTarget(target),
    async show(landmarks, at) {
      now = at;
      const end = new Promise<void>((resolve) => {
        ended = resolve;
      });
      recognizer.push({
        kind: "landmarks",
        landmarks,
        sequence: sequence++,
        capturedAt: at,
        mirrored: false,
      });
      await end;
    },
    async close() {
      recognizer.close();
      await running;
    },
  };
}
