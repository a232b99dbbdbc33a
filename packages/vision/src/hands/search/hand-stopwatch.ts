import type { Clock, HandTimings } from "@signify/core";

/** Adds up where the time of one frame goes, in milliseconds. */
export class HandStopwatch {
  readonly timings: HandTimings = { palm: 0, warp: 0, hand: 0 };
  readonly #clock: Clock;
  #last: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#last = clock();
  }

  /** Begins a measurement; the time since the last lap belongs to none. */
  start(): void {
    this.#last = this.#clock();
  }

  /** Adds the time since the start or the last lap to one of the sums. */
  lap(part: keyof HandTimings): void {
    const now = this.#clock();
    this.timings[part] += now - this.#last;
    this.#last = now;
  }
}
