import { SignifyError } from "../errors/signify-error.ts";
import type { Letter } from "../letters/letters.ts";
import type { TaughtHand } from "../schema/message-types.ts";
import { decodeSample } from "./hand-sample.ts";
import { isSameModel, type LetterModelIdentity } from "./model-identity.ts";
import type { MyHandRule } from "./my-hand-rule.ts";
import type { Prototypes } from "./personalize.ts";

/**
 * Reads a taught hand for a letter model.
 * @throws SignifyError "hand-refused" when it was taught to another model, or its samples are none of this one.
 */
export function readHand(
  { model: taughtTo, letters }: TaughtHand,
  model: LetterModelIdentity,
  { dimensions }: Pick<MyHandRule, "dimensions">,
): Prototypes {
  if (!isSameModel(taughtTo, model)) throw otherModel(model);
  const prototypes = new Map<Letter, Float32Array>();
  for (const [letter, sample] of Object.entries(letters) as [Letter, string][]) {
    const prototype = decodeSample(sample, dimensions);
    if (!prototype)
      throw new SignifyError(
        "hand-refused",
        `Expected each letter of the hand to be base64 of ${dimensions} signed bytes, not all of them 0.`,
      );
    prototypes.set(letter, prototype);
  }
  return prototypes;
}

/** A hand that this model cannot read by, in words that name the model. */
export function otherModel({ name, version }: LetterModelIdentity): SignifyError<"hand-refused"> {
  return new SignifyError(
    "hand-refused",
    `Expected a hand that was taught to this letter model, ${name} ${version}. Teach it again.`,
  );
}
