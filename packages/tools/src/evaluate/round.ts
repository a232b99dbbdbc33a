/** A number to so many places. */
export function round(value: number, places = 4): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}

/** How much of a whole, 0..1, to so many places; null of nothing. */
export function share(part: number, whole: number, places = 4): number | null {
  return whole > 0 ? round(part / whole, places) : null;
}
