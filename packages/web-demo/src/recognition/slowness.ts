/** Pictures a second below which practicing is no fun, and milliseconds after which that is said. */
const slowRate = 5;
const slowAfter = 10_000;

/** Tells whether hands have been found too slowly for a while. */
export type Slowness = {
  /** `rate` is in pictures a second, `now` in milliseconds. */
  look(rate: number, now: number): boolean;
  /** Nothing is looked for at the moment: what was slow until now does not count. */
  reset(): void;
};

/** Slowness of a recognizer that begins. */
export function createSlowness(): Slowness {
  let since: number | undefined;
  return {
    look(rate, now) {
      since = rate < slowRate ? (since ?? now) : undefined;
      return since !== undefined && now - since > slowAfter;
    },
    reset() {
      since = undefined;
    },
  };
}
