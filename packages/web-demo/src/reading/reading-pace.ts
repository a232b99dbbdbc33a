import type { ReadingSpeed } from "../shell/learning-settings.ts";

/** How a word is spelled, in milliseconds; see `SpellingPace` of the reference hand. */
export type ReadingPace = { change: number; hold: number; ready: number };

/** A beginner needs more than a second for a letter; people who sign take about a third of one. */
const paces: Record<ReadingSpeed, ReadingPace> = {
  slow: { change: 450, hold: 1050, ready: 300 },
  medium: { change: 320, hold: 480, ready: 200 },
  fast: { change: 220, hold: 180, ready: 100 },
};

/** How much longer each letter takes, each time that somebody asks for it slower. */
const slower = 1.6;

/** The pace of a speed, made slower so many times. With `still`, letters change at once instead of moving. */
export function readingPace(speed: ReadingSpeed, timesSlower: number, still: boolean): ReadingPace {
  const factor = slower ** timesSlower;
  const { change, hold, ready } = paces[speed];
  if (still) return { change: 0, hold: (change + hold) * factor, ready: ready * factor };
  return { change: change * factor, hold: hold * factor, ready: ready * factor };
}
