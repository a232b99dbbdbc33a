import type { Clock } from "../clock.ts";
import { SignifyError } from "../errors.ts";
import type { Flow, Stage } from "../flow.ts";
import type { LetterClassifier } from "../ports.ts";
import { untilAborted } from "../until-aborted.ts";

/**
 * Window → distribution [26]: the probability of each letter times the probability that this is a letter at all, so
 * that a hand on its way between two letters lowers every bar. It sums to the letterness, at most 1.
 */
export function classify(
  classifier: LetterClassifier,
  clock: Clock,
): Stage<Flow<Float32Array>, Flow<Float32Array>> {
  return async function* (source) {
    for await (const item of source) {
      if (item.type !== "value") {
        yield item;
        continue;
      }
      const { frame } = item;
      const start = clock();
      try {
        const reading = await untilAborted(classifier.classify(item.value), frame.signal);
        frame.timings.letter = clock() - start;
        const value = reading.probabilities.map((probability) => probability * reading.letterness);
        if (!value.every(Number.isFinite)) throw unreadable();
        yield { type: "value", frame, value };
      } catch (error) {
        if (frame.signal.aborted) {
          frame.settle("reset");
        } else {
          frame.settle("failed");
          yield { type: "failure", frame, error: error as Error };
        }
      }
    }
  };
}

/** Landmarks can be finite and still no hand, all in one point for example; the model then answers without a number. */
function unreadable(): SignifyError {
  return new SignifyError("bad-frame", "Expected landmarks that form a hand.");
}
