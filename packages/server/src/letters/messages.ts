/** Windows [count, 32, 42, 3] for the letter thread. */
export type ToLetterThread = { windows: Float32Array; count: number };

/** What it says: once that it has loaded its model; then for each message, in their order, the readings or that there are none. */
export type FromLetterThread =
  | { type: "ready" }
  | { type: "read"; packed: Float32Array }
  | { type: "failed" };
