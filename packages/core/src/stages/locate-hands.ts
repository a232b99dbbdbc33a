import type { AcceptedFrame } from "../frames/frame.ts";
import { noTracking } from "../landmarks/hand-tracking.ts";
import { mirrorLandmarks } from "../landmarks/mirror-landmarks.ts";
import { shownHand } from "../landmarks/shown-hand.ts";
import { attemptFrame } from "../pipeline/attempt-frame.ts";
import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";
import { untilAborted } from "../pipeline/until-aborted.ts";
import type { LocatedHands } from "../ports/hand-locator.ts";
import type { RecognitionMode } from "../schema/message-types.ts";
import type { Clock } from "../time/clock.ts";
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
  const { mode, clock, onHands } = options;
  return eachValue(() => {
    let tracking = noTracking;

    const locate = async (admitted: Admitted, { signal, timings }: AcceptedFrame): Promise<SeenHands> => {
      if (admitted.kind === "landmarks") {
        const { landmarks, mirrored } = admitted.frame;
        return { landmarks: mirrored ? mirrorLandmarks(landmarks) : landmarks };
      }
      const { frame, lease } = admitted;
      if (signal.aborted) {
        lease.release();
        throw signal.reason;
      }
      const located = await untilAborted<LocatedHands>(lease.locate(frame, tracking, mode), signal);
      if (mode === "live") tracking = located.tracking;
      Object.assign(timings, located.timings);
      return { landmarks: located.landmarks, aspect: located.aspect };
    };

    return {
      value: ({ frame, value: admitted }) => {
        frame.timings.wait = clock() - frame.receivedAt;
        return attemptFrame(frame, async () => {
          const hands = await locate(admitted, frame);
          if (frame.signal.aborted) throw frame.signal.reason;
          frame.hand = shownHand(hands.landmarks);
          frame.hands = hands.landmarks;
          onHands?.(frame, hands);
          return hands;
        });
      },
    };
  });
}
