import { type Letter, letters, parseLetter } from "../letters/letters.ts";
import type { LetterModelIdentity } from "../my-hand/model-identity.ts";
import type { MyHandRule } from "../my-hand/my-hand-rule.ts";
import type { LetterMark, VerdictRule } from "../verdict/verdict-rule.ts";
import type { LetterRules } from "./letter-rules.ts";

/** What `model.json` says of the letter model beside it. */
export type LetterModel = { identity: LetterModelIdentity; rules: LetterRules };

/**
 * Reads a parsed `model.json`.
 * @throws Error when it lacks what the recognizer needs of it.
 */
export function readLetterModel(value: unknown): LetterModel {
  const { name, version, sha256, output, verdict, myHand } = recordOf(value);
  const shape = recordOf(recordOf(output).embedding).shape;
  const dimensions = Array.isArray(shape) ? Number(shape[1]) : Number.NaN;
  if (
    typeof name !== "string" ||
    typeof version !== "string" ||
    typeof sha256 !== "string" ||
    !(dimensions > 0)
  )
    throw incomplete();
  return {
    identity: { name, version, digest: sha256 },
    rules: {
      verdict: readVerdictRule(recordOf(verdict)),
      myHand: readMyHandRule(recordOf(myHand), dimensions),
    },
  };
}

function readVerdictRule({ hold, letters: marks }: Fields): VerdictRule {
  const byLetter = letters.map((letter) => [letter, readMark(recordOf(recordOf(marks)[letter]))]);
  return { hold: numberOf(hold), letters: Object.fromEntries(byLetter) as Record<Letter, LetterMark> };
}

function readMark({ shown, almost }: Fields): LetterMark {
  return { shown: numberOf(shown), almost: numberOf(almost) };
}

function readMyHandRule(rule: Fields, dimensions: number): MyHandRule {
  const { gain, floor, contrast, leastProbability } = rule;
  return {
    dimensions,
    letters: lettersOf(rule.letters),
    gain: numberOf(gain),
    floor: numberOf(floor),
    contrast: numberOf(contrast),
    leastProbability: numberOf(leastProbability),
  };
}

type Fields = Record<string, unknown>;

function recordOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : fail();
}

function numberOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : fail();
}

function lettersOf(value: unknown): Letter[] {
  return typeof value === "string" ? [...value].map((name) => parseLetter(name) ?? fail()) : fail();
}

function fail(): never {
  throw incomplete();
}

function incomplete(): Error {
  return new Error(
    "Expected the letter model's model.json to have a name, a version, a sha256, the shape of the embedding, and the rules of verdict and myHand: take the model that belongs to this version.",
  );
}
