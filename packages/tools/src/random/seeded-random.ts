/** Numbers of chance that come again with the same seed. */
export type Random = {
  /** A number from `least` up to but not including `most`. */
  between(least: number, most: number): number;
  /** One of these. */
  oneOf<T>(choices: readonly T[]): T;
  /** True in so large a share of the cases, 0..1. */
  chance(share: number): boolean;
};

/** Mulberry32 by Tommy Ettinger: 32 bits of state, which is plenty to shuffle learners with. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (least, most) => least + next() * (most - least),
    oneOf(choices) {
      const choice = choices[Math.floor(next() * choices.length)];
      if (choice === undefined) throw new Error("expected at least one choice");
      return choice;
    },
    chance: (share) => next() < share,
  };
}
