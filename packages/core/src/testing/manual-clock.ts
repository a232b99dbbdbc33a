import type { Clock } from "../clock.ts";

/** A clock that stands still until a test moves it. */
export type ManualClock = Clock & {
  /** Moves the time on, in milliseconds. */
  advance(milliseconds: number): void;
};

/** Makes a {@link ManualClock} that starts at `start` milliseconds. */
export function createManualClock(start = 0): ManualClock {
  let now = start;
  const advance = (milliseconds: number) => {
    now += milliseconds;
  };
  return Object.assign(() => now, { advance });
}
