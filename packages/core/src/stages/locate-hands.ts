import type { Clock } from "../clock.ts";
import type { Flow, Stage } from "../flow.ts";
import type { AcceptedFrame } from "../frame.ts";
import { noTracking } from "../hands/types.ts";
import { mirrorLandmarks } from "../mirror-landmarks.ts";
import type { LocatedHands, RecognitionMode } from "../ports.ts";
import { shownHand } from "../shown-hand.ts";
import { untilAborted } from "../until-aborted.ts";
import type { Admitted } from "./latest.ts";

/** The hands of one frame: landmarks [42, 3] in picture heights, un-mirrored, and the picture's aspect where it is known. */
export type SeenHands = { landmarks: Float32Array; aspect?: number };

/** Options of {@link locateHands}. */
export type LocateHandsOptions = {
  mode: RecognitionMode;
  clock: Clock;
  /** Told of every frame's hands, in order, for clients that draw them. */
  onHands?: ((frame: AcceptedFrame, hands: SeenHands) => void) | undefined;
};

/**
 * Frame → landmarks. Keeps the tracked regions of this camera, also through a reset: a new letter is not a new hand.
 * A frame that carries landmarks passes through; a picture that cannot be read fails alone.
 */
export function locateHands(options: LocateHandsOptions): Stage<Flow<Admitted>, Flow<SeenHands>> {
  return async function* (source) {
    let tracking = noTracking;

    const locate = async (frame: AcceptedFrame, lease: Admitted["lease"]): Promise<SeenHands> => {
      if (frame.kind === "landmarks") {
        return { landmarks: frame.mirrored ? mirrorLandmarks(frame.landmarks) : frame.landmarks };
      }
      if (!lease) throw new TypeError("a picture needs a vision lease");
      if (frame.signal.aborted) {
        lease.release();
        throw frame.signal.reason;
      }
      const located = await untilAborted<LocatedHands>(
        lease.locate(frame, tracking, options.mode),
        frame.signal,
      );
      if (options.mode === "live") tracking = located.tracking;
      Object.assign(frame.timings, located.timings);
      return { landmarks: located.landmarks, aspect: located.aspect };
    };

    for await (const item of source) {
      if (item.type !== "value") {
        yield item;
        continue;
      }
      const { frame } = item;
      frame.timings.wait = options.clock() - frame.receivedAt;
      try {
        const hands = await locate(frame, item.value.lease);
        if (frame.signal.aborted) throw frame.signal.reason;
        frame.hand = shownHand(hands.landmarks);
        options.onHands?.(frame, hands);
        yield { type: "value", frame, value: hands };
      } catch (error) {
        if (frame.signal.aborted) {
          frame.settle("reset");
        } else {
          frame.settle("failed");
          yield { type: "failure", frame, error: error as Error };
        }
      }
    }
  };
}
