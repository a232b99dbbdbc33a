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

/** Marks of 0.4 that must last 300 ms, with these look-alikes. */
export function testVerdictRule(lookAlikes: Partial<Record<Letter, Letter[]>> = {}): VerdictRule {
  const mark = (letter: Letter): LetterMark => ({
    mark: 0.4,
    lookAlikes: lookAlikes[letter] ?? [],
    hold: 300,
  });
  const marks = Object.fromEntries(letters.map((letter) => [letter, mark(letter)]));
  return { lead: 1, almost: 0.5, letters: marks as Record<Letter, LetterMark> };
}

/** Rules for the embeddings of {@link embeddingOf}. */
export function testRules(): LetterRules {
  const others = new Float32Array(letterCount * letterCount);
  for (const [index, letter] of letters.entries()) others.set(embeddingOf(letter), index * letterCount);
  const plausible = { probability: 0.01, rank: 2 };
  return {
    verdict: testVerdictRule(),
    myHand: { dimensions: letterCount, weight: 12, from: 0, plausible, others, margin: 0.5 },
  };
}
