import { type LetterReading, letterCount } from "@signify/core";

/** Readings in one array, one after the other: probabilities [26], letterness, embedding. */
export function packReadings(readings: readonly LetterReading[]): Float32Array<ArrayBuffer> {
  const length = letterCount + 1 + (readings[0]?.embedding.length ?? 0);
  const packed = new Float32Array(readings.length * length);
  for (const [index, { probabilities, letterness, embedding }] of readings.entries()) {
    const start = index * length;
    packed.set(probabilities, start);
    packed[start + letterCount] = letterness;
    packed.set(embedding, start + letterCount + 1);
  }
  return packed;
}

/** The `count` readings that {@link packReadings} packed; they share its memory. */
export function unpackReadings(packed: Float32Array, count: number): LetterReading[] {
  const length = packed.length / count;
  return Array.from({ length: count }, (_, index) => {
    const start = index * length;
    const end = start + letterCount;
    return {
      probabilities: packed.subarray(start, end),
      letterness: packed[end] ?? Number.NaN,
      embedding: packed.subarray(end + 1, start + length),
    };
  });
}
