import type { Letter } from "@signify/core";

/** What was read from a picture or a sequence. */
export type Reading = {
  /** How many hands were found; in a sequence the most in any frame. */
  hands: number;
  /** `null` without a hand, or while there were too few frames of one. */
  letter: Letter | null;
  probability: number | null;
  /** Whether the letter that was asked for passed, at the end; absent where none was asked. */
  passed?: boolean;
  /** Why nothing could be read. */
  error?: string;
};

/** Reads pictures, here or on a server, and judges the letter that is asked. A sequence's reading is that of its last frames. */
export type Reader = {
  readPicture(jpeg: Uint8Array, asked?: Letter): Promise<Reading>;
  readSequence(jpegs: AsyncIterable<Uint8Array>, asked?: Letter): Promise<Reading>;
  close(): Promise<void>;
};
