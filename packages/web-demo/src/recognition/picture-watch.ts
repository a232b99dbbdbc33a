import { createAdviser } from "./adviser.ts";
import type { PictureAdvice } from "./picture-advice.ts";
import { createRateMeter } from "./rate-meter.ts";
import type { Seen } from "./seen.ts";
import { createSlowness } from "./slowness.ts";

/** Pictures found per second, and milliseconds from a picture to its letter. */
export type Figures = { rate: number; delay: number | undefined };

/** How the pictures were at the last look. */
export type Watched = {
  advice: PictureAdvice | undefined;
  figures: Figures | undefined;
  /** This device has found hands too slowly for a while. */
  slow: boolean;
};

/** Before the first look. */
export const notWatched: Watched = { advice: undefined, figures: undefined, slow: false };

/** Looks now and then at the light, the place of the hand and the frame rate. Times are in milliseconds. */
export type PictureWatch = {
  /** A picture was looked for hands. */
  count(now: number): void;
  look(seen: Seen, now: number): Watched;
  /** The page is hidden and gets few pictures, which is no fault of the device. */
  pause(): void;
};

/** Options of {@link createPictureWatch}. */
export type PictureWatchOptions = {
  startedAt: number;
  /** The picture's mean luma now, 0..255. */
  brightness: () => number | undefined;
};

/** Watches the pictures of one recognizer. */
export function createPictureWatch({ startedAt, brightness }: PictureWatchOptions): PictureWatch {
  const meter = createRateMeter(startedAt);
  const adviser = createAdviser();
  const slowness = createSlowness();
  return {
    count: meter.count,
    look(seen, now) {
      const rate = meter.rate(now);
      return {
        advice: adviser(seen, brightness),
        figures: { rate, delay: seen.delay },
        slow: slowness.look(rate, now),
      };
    },
    pause: slowness.reset,
  };
}
