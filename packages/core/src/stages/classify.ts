import { SignifyError } from "../errors/signify-error.ts";
import type { AcceptedFrame } from "../frames/frame.ts";
import type { ReadLetters } from "../letters/read-letters.ts";
import { attemptFrame } from "../pipeline/attempt-frame.ts";
import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";
import { untilAborted } from "../pipeline/until-aborted.ts";
import type { LetterClassifier } from "../ports/letter-classifier.ts";
import type { Clock } from "../time/clock.ts";

/** Options of {@link classify}. */
export type ClassifyOptions = {
  classifier: LetterClassifier;
  clock: Clock;
  /** Told of every reading, in frame order. */
  onRead?: ((frame: AcceptedFrame, letters: ReadLetters) => void) | undefined;
};

/**
 * Window → distribution [26] and embedding. The distribution is the probability of each letter times the probability that
 * this is a letter at all, so that a hand on its way between two letters lowers every bar. It sums to the letterness, at
 * most 1.
 */
export function classify({
  classifier,
  clock,
  onRead,
}: ClassifyOptions): Stage<Flow<Float32Array>, Flow<ReadLetters>> {
  return eachValue(() => ({
    value: ({ frame, value: window }) =>
      attemptFrame(frame, async () => {
        const start = clock();
        const reading = await untilAborted(classifier.classify(window), frame.signal);
        frame.timings.letter = clock() - start;
        const { probabilities, letterness, embedding } = reading;
        const distribution = probabilities.map((probability) => probability * letterness);
        if (!distribution.every(Number.isFinite)) throw unreadable();
        const read = { distribution, embedding };
        onRead?.(frame, read);
        return read;
      }),
  }));
}

/** Landmarks can be finite and still no hand, all in one point for example; the model then answers without a number. */
function unreadable(): SignifyError {
  return new SignifyError("bad-frame", "Expected landmarks that form a hand.");
}
