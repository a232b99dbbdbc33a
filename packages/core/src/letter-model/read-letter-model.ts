import { type Letter, letterCount, letters, parseLetter } from "../letters/letters.ts";
import { decodeSample } from "../my-hand/hand-sample.ts";
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

function readVerdictRule({ lead, almost, letters: marks }: Fields): VerdictRule {
  const byLetter = Object.fromEntries(
    letters.map((letter) => [letter, readMark(recordOf(recordOf(marks)[letter]))]),
  );
  return { lead: numberOf(lead), almost: numberOf(almost), letters: byLetter as Record<Letter, LetterMark> };
}

function readMark({ mark, lookAlikes, hold }: Fields): LetterMark {
  if (typeof lookAlikes !== "string") throw incomplete();
  const names = [...lookAlikes].map((name) => parseLetter(name) ?? fail());
  return { mark: numberOf(mark), lookAlikes: names, hold: numberOf(hold) };
}

function readMyHandRule({ weight, from, plausible, others, margin }: Fields, dimensions: number): MyHandRule {
  const { probability, rank } = recordOf(plausible);
  const directions = new Float32Array(letterCount * dimensions);
  for (const [index, letter] of letters.entries()) {
    const direction = decodeSample(String(recordOf(others)[letter]), dimensions) ?? fail();
    directions.set(direction, index * dimensions);
  }
  return {
    dimensions,
    weight: numberOf(weight),
    from: numberOf(from),
    plausible: { probability: numberOf(probability), rank: numberOf(rank) },
    others: directions,
    margin: numberOf(margin),
  };
}

type Fields = Record<string, unknown>;

function recordOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : fail();
}

function numberOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : fail();
}

function fail(): never {
  throw incomplete();
}

function incomplete(): Error {
  return new Error(
    "Expected the letter model's model.json to have a name, a version, a sha256, the shape of the embedding, and the rules of verdict and myHand: take the model that belongs to this version.",
  );
}
