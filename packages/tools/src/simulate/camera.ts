import type { Timers } from "@signify/core";
import type { Random } from "../random/seeded-random.ts";

/** Milliseconds between two frames of a learner: ten a second. */
export const frameInterval = 100;
/** Milliseconds by which a frame comes early or late at most: cameras and networks keep no exact time. */
const jitter = 10;

/** Sends frames for ever, from a moment of chance on. */
export function startCamera({
  timers,
  random,
  onFrame,
}: {
  timers: Timers;
  random: Random;
  onFrame: () => void;
}): void {
  const beat = () => {
    timers.after(random.between(0, 2 * jitter), onFrame);
    timers.after(frameInterval, beat);
  };
  timers.after(random.between(0, frameInterval), beat);
}
