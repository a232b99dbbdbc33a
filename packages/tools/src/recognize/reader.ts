import type { Letter } from "@signify/core";

/** What was read from a picture or a sequence. */
export type Reading = {
  /** How many hands were found; in a sequence the most in any frame. */
  hands: number;
  /** `null` without a hand, or while there were too few frames of one. */
  letter: Letter | null;
  probability: number | null;
  /** Why nothing could be read. */
  error?: string;
};

/** Reads pictures, here or on a server. A sequence's reading is that of its last frames. */
export type Reader = {
  readPicture(jpeg: Uint8Array): Promise<Reading>;
  readSequence(jpegs: AsyncIterable<Uint8Array>): Promise<Reading>;
  close(): Promise<void>;
};
