import type { LetterRules } from "../letter-model/letter-rules.ts";
import { type Letter, letterCount, letterIndex, letters } from "../letters/letters.ts";
import { encodeSample } from "../my-hand/hand-sample.ts";
import type { LetterModelIdentity } from "../my-hand/model-identity.ts";
import type { LetterMark, VerdictRule } from "../verdict/verdict-rule.ts";

/** The letter model of tests. */
export const testModel: LetterModelIdentity = { name: "made-up", version: "1", digest: "ab12" };

/** The embedding [26] of tests: a direction of its own for each letter. */
export function embeddingOf(letter: Letter): Float32Array {
  const embedding = new Float32Array(letterCount);
  embedding[letterIndex(letter)] = 1;
  return embedding;
}

/** A direction as it is taught. */
export const sampleOf: (direction: Float32Array) => string = encodeSample;

/** Marks of 0.4 that must last for three readings. */
export function testVerdictRule(): VerdictRule {
  const marks = Object.fromEntries(letters.map((letter) => [letter, { shown: 0.4, almost: 0.3 }]));
  return { hold: 3, letters: marks as Record<Letter, LetterMark> };
}

/** Rules for the embeddings of {@link embeddingOf}: a sample counts from half a unit of cosine on. */
export function testRules(): LetterRules {
  return {
    verdict: testVerdictRule(),
    myHand: {
      dimensions: letterCount,
      letters: letters.filter((letter) => letter !== "J" && letter !== "Z"),
      ...{ gain: 20, floor: 0.5, contrast: 5, leastProbability: 0.01 },
    },
  };
}
