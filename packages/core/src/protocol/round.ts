/** A number to so many decimal places. */
export function round(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}

/** A probability as both protocols tell it: to 4 places, and within 0..1 though a mean of floats may end a hair outside. */
export function roundProbability(probability: number): number {
  return round(Math.min(1, Math.max(0, probability)), 4);
}
