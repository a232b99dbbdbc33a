/** Keeps what is said steady. */
export type HeldCorrection<Found> = {
  /** What is to be said after one more reading of a frame captured at some milliseconds. */
  see(found: Found | undefined, capturedAt: number): Found | undefined;
  /** The hand moves: what is said stays, what was seen counts anew. */
  pause(): Found | undefined;
  /** Nothing is to be said, and what was seen no longer counts: another letter, or no hand. */
  forget(): void;
};

/** Milliseconds for which a correction is seen before it is said, or another takes its place. */
const heldFor = 1000;
/** Milliseconds after which it is taken back. */
const goneFor = 400;
/** Least readings in that time. */
const leastReadings = 5;
/** Readings further apart, in milliseconds, are not of one showing. */
const longestGap = 500;

/** Makes a {@link HeldCorrection}; `isSame` tells whether two say the same. */
export function holdCorrection<Found>(
  isSame: (one: Found | undefined, other: Found | undefined) => boolean,
): HeldCorrection<Found> {
  let said: Found | undefined;
  let seen: { found: Found | undefined; from: number; to: number; readings: number } | undefined;

  return {
    see(found, capturedAt) {
      const gap = seen ? capturedAt - seen.to : 0;
      const goesOn = seen && isSame(seen.found, found) && gap >= 0 && gap <= longestGap;
      seen = {
        found,
        from: goesOn && seen ? seen.from : capturedAt,
        to: capturedAt,
        readings: (goesOn && seen ? seen.readings : 0) + 1,
      };
      const lasted = capturedAt - seen.from;
      if (isSame(found, said)) said = found;
      else if (lasted >= (found ? heldFor : goneFor) && seen.readings >= leastReadings) said = found;
      return said;
    },
    pause() {
      seen = undefined;
      return said;
    },
    forget() {
      said = undefined;
      seen = undefined;
    },
  };
}
