import type { TimedReading } from "./print-reading.ts";

/** One line on the pictures that are named for a letter: how many were read right, and how many passed; none without any. */
export function namedLettersLine(readings: readonly TimedReading[]): string | undefined {
  const named = readings.filter(({ wanted }) => wanted !== undefined);
  if (named.length === 0) return undefined;
  const right = named.filter(({ letter, wanted }) => letter === wanted).length;
  const passed = named.filter((reading) => reading.passed).length;
  const hands = named.filter((reading) => reading.hands > 0).length;
  return `${named.length} named for a letter: a hand in ${hands}, ${right} read right, ${passed} passed`;
}
