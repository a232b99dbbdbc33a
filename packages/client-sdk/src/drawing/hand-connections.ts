/**
 * Which landmarks of a hand are joined by a line: 21 pairs of numbers 0–20, as MediaPipe joins them. 0 is the wrist, 1–4 the
 * thumb, 5–8 the index finger, 9–12 the middle one, 13–16 the ring finger, 17–20 the little one, each from the palm to the tip.
 */
export const handConnections: readonly (readonly [from: number, to: number])[] = [
  ...([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ] as const),
  ...([
    [0, 5],
    [5, 6],
    [6, 7],
    [7, 8],
  ] as const),
  ...([
    [5, 9],
    [9, 10],
    [10, 11],
    [11, 12],
  ] as const),
  ...([
    [9, 13],
    [13, 14],
    [14, 15],
    [15, 16],
  ] as const),
  ...([
    [13, 17],
    [17, 18],
    [18, 19],
    [19, 20],
  ] as const),
  [0, 17],
];
