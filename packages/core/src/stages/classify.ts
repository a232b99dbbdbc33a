import { SignifyError } from "../errors/signify-error.ts";
import { attemptFrame } from "../pipeline/attempt-frame.ts";
import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";
import { untilAborted } from "../pipeline/until-aborted.ts";
import type { LetterClassifier } from "../ports/letter-classifier.ts";
import type { Clock } from "../time/clock.ts";

/**
 * Window → distribution [26]: the probability of each letter times the probability that this is a letter at all, so
 * that a hand on its way between two letters lowers every bar. It sums to the letterness, at most 1.
 */
export function classify(
  classifier: LetterClassifier,
  clock: Clock,
): Stage<Flow<Float32Array>, Flow<Float32Array>> {
  return eachValue(() => ({
    value: ({ frame, value: window }) =>
      attemptFrame(frame, async () => {
        const start = clock();
        const reading = await untilAborted(classifier.classify(window), frame.signal);
        frame.timings.letter = clock() - start;
        const distribution = reading.probabilities.map((probability) => probability * reading.letterness);
        if (!distribution.every(Number.isFinite)) throw unreadable();
        return distribution;
      }),
  }));
}

/** Landmarks can be finite and still no hand, all in one point for example; the model then answers without a number. */
function unreadable(): SignifyError {
  return new SignifyError("bad-frame", "Expected landmarks that form a hand.");
}
