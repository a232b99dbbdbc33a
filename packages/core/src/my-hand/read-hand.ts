import { SignifyError } from "../errors/signify-error.ts";
import type { Letter } from "../letters/letters.ts";
import type { TaughtHand } from "../schema/message-types.ts";
import { decodeSample } from "./hand-sample.ts";
import { isSameModel, type LetterModelIdentity } from "./model-identity.ts";
import type { MyHandRule } from "./my-hand-rule.ts";
import type { HandSamples } from "./personalize.ts";

/**
 * Reads a taught hand for a letter model.
 * @throws SignifyError "hand-refused" when it was taught to another model, or what it holds is nothing to this one.
 */
export function readHand(
  { model: taughtTo, letters }: TaughtHand,
  model: LetterModelIdentity,
  rule: Pick<MyHandRule, "dimensions" | "letters">,
): HandSamples {
  if (!isSameModel(taughtTo, model)) throw otherModel(model);
  const hand = new Map<Letter, Float32Array[]>();
  for (const [letter, samples] of Object.entries(letters) as [Letter, string[]][]) {
    requireTeachable(letter, rule);
    hand.set(
      letter,
      samples.map((sample) => decodeSample(sample, rule.dimensions) ?? refuseSample(rule.dimensions)),
    );
  }
  return hand;
}

/** @throws SignifyError "hand-refused" for a letter that cannot be taught. */
export function requireTeachable(letter: Letter, { letters }: Pick<MyHandRule, "letters">): void {
  if (letters.includes(letter)) return;
  throw new SignifyError(
    "hand-refused",
    `Expected letters of ${letters.join("")}: the others are read by their movement.`,
  );
}

/** A hand that this model cannot read by, in words that name the model. */
export function otherModel({ name, version }: LetterModelIdentity): SignifyError<"hand-refused"> {
  return new SignifyError(
    "hand-refused",
    `Expected a hand taught to this letter model, ${name} ${version}. Teach it again.`,
  );
}

function refuseSample(dimensions: number): never {
  throw new SignifyError(
    "hand-refused",
    `Expected each sample of the hand to be base64 of ${dimensions} signed bytes, not all of them 0.`,
  );
}
