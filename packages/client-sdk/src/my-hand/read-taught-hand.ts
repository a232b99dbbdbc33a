import {
  isSameModel,
  type LetterModelIdentity,
  otherModel,
  SignifyError,
  type TaughtHand,
} from "@signify/core";

const letterAndSamples = /^[A-Z](,[\w+/=]{2,172}){1,3}$/;

/**
 * Reads the letters of a hand that an app has kept, for a letter model. What its samples hold is looked at where letters are read.
 * @throws SignifyError "hand-refused" when it is none, or was taught to another model.
 */
export function readTaughtHand(value: unknown, present: LetterModelIdentity): TaughtHand["letters"] {
  const { model, letters } = Object(value) as Partial<TaughtHand>;
  if (!model || !letters || !Object.entries(letters).every((entry) => letterAndSamples.test(String(entry))))
    throw new SignifyError("hand-refused", "Expected a hand as export gave it.");
  if (!isSameModel(model, present)) throw otherModel(present);
  return { ...letters };
}
