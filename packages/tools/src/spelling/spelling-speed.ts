/** How fast a word is spelled, and by how fast a camera it is seen. */
export type SpellingSpeed = {
  framesPerSecond: number;
  /** Milliseconds that a still letter is held. */
  hold: number;
};

/** Milliseconds from one letter to the next: who spells faster also changes faster. */
export function changeTime(hold: number): number {
  return Math.min(600, Math.max(120, hold * 0.5));
}

/** Milliseconds of a J or Z: 600 at a natural speed, a second for who holds letters long. */
export function motionTime(hold: number): number {
  return Math.min(1000, 400 + hold * 0.67);
}

/** Milliseconds of the slide or dip between two still letters alike. */
export const doubleTime = 220;

/** Letters a minute of a word of still letters. */
export function lettersPerMinute(hold: number): number {
  return Math.round(60_000 / (hold + changeTime(hold)));
}
