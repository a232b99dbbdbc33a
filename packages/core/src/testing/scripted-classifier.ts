import type { Letter } from "../letters/letters.ts";
import type { LetterClassifier, LetterReading } from "../ports/letter-classifier.ts";
import { type Deferred, deferred } from "./deferred.ts";
import { distributionOf } from "./landmarks.ts";
import { embeddingOf } from "./letter-rules.ts";

/** One call of the classifier, for a test to answer. */
export type ClassifyCall = Deferred<LetterReading> & { window: Float32Array };

/** A classifier that keeps its calls, oldest first. */
export type ScriptedClassifier = LetterClassifier & { calls: ClassifyCall[] };

/** A reading that is surely a letter and most probably this one. */
export function readingOf(letter: Letter, probability = 0.9): LetterReading {
  return {
    probabilities: distributionOf(letter, probability),
    letterness: 1,
    embedding: embeddingOf(letter),
  };
}

/** Makes a classifier that answers at once as scripted or, without a script, when the test settles the call. */
export function createScriptedClassifier(
  script?: (window: Float32Array) => LetterReading,
): ScriptedClassifier {
  const calls: ClassifyCall[] = [];
  return {
    calls,
    classify(window) {
      const call = { ...deferred<LetterReading>(), window };
      calls.push(call);
      if (script) call.resolve(script(window));
      return call.promise;
    },
  };
}
