import type { Correction } from "../correction/create-advisor.ts";
import type { AcceptedFrame } from "../frames/frame.ts";
import type { Letter } from "../letters/letters.ts";
import type { ServerMessageOf } from "../schema/message-types.ts";

/** What the recognizer knows without a letter: no hand in view, or not yet enough frames of one. */
export type Status = Omit<ServerMessageOf<"status">, "type" | "sequence">;

/** In-band marker of a new target: each stage clears itself when it passes, in order. */
export type ResetItem = { type: "reset"; epoch: number; target: Letter | null };

/** A frame that ends without a letter, and what to tell the client instead. */
export type StatusItem = { type: "status"; frame: AcceptedFrame; status: Status };

/** A frame that could not be read, and why; it ends here, the stream goes on. */
export type FailureItem = { type: "failure"; frame: AcceptedFrame; error: Error };

/** What to correct has changed with a frame, which itself goes on. */
export type CorrectionItem = { type: "correction"; frame: AcceptedFrame; correction: Correction };

/** A frame together with what the stages so far made of it. */
export type ValueItem<T> = { type: "value"; frame: AcceptedFrame; value: T };

/** What flows between two stages. */
export type Flow<T> = ResetItem | StatusItem | FailureItem | CorrectionItem | ValueItem<T>;

/**
 * A stage: it reads items in order and yields items in order, and it ends when its source ends.
 * It is closed by closing the source, never by `return()`: a parked `async function*` does not answer that.
 */
export type Stage<In, Out> = (source: AsyncIterable<In>) => AsyncIterable<Out>;
