import { type HandLocator, type LocatedHands, noTracking, SignifyError } from "@signify/core";
import type { HandTracker } from "../hands/hand-tracker.ts";

/** Finds hands in JPEGs with a tracker of this device, one picture at a time. The tracker keeps what it follows itself. */
export function createPictureLocator(tracker: HandTracker): HandLocator {
  let free = Promise.resolve();

  return {
    async acquire(signal) {
      const turn = free;
      let release = () => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      await turn;
      if (signal.aborted) {
        release();
        throw signal.reason;
      }
      return {
        release,
        async locate({ jpeg, mirrored }, _tracking, mode): Promise<LocatedHands> {
          try {
            const started = performance.now();
            const picture = await decode(jpeg);
            const decoded = performance.now() - started;
            const { landmarks, hands, aspect, milliseconds } = await tracker.find(picture, {
              mirrored,
              still: mode === "still",
            });
            const timings = { palm: 0, warp: 0, hand: milliseconds, decode: decoded };
            return { landmarks, hands, aspect, tracking: noTracking, timings };
          } finally {
            release();
          }
        },
      };
    },
  };
}

async function decode(jpeg: Uint8Array): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" }));
  } catch (cause) {
    throw new SignifyError("bad-picture", "Expected a JPEG picture that this browser can read.", { cause });
  }
}
