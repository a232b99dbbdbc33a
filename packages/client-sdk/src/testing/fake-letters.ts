import {
  type Letter,
  type LetterClassifier,
  type LetterModel,
  readLetterModel,
  SignifyError,
} from "@signify/core";
import { readingOf } from "@signify/core/testing";
import { letterDescription } from "./letter-description.ts";

/** Reads what a test says, in every window of hands: the option `letters` of `openOnDevice`. */
export type FakeLetters = LetterClassifier &
  LetterModel & {
    /** What is read from now on, and how surely, 0..1. Default 0.9. */
    show(letter: Letter, probability?: number): void;
    /** From now on reading fails with this sentence; without one it works again. */
    fail(sentence?: string): void;
    /** Why reading fails now, if it does. */
    readonly failure: string | undefined;
  };

/** Makes a {@link FakeLetters} that reads an A. */
export function createFakeLetters(): FakeLetters {
  let reading = readingOf("A");
  let failure: string | undefined;

  const letters: Omit<FakeLetters, keyof LetterModel> = {
    show(letter, probability) {
      reading = readingOf(letter, probability);
    },
    fail(sentence) {
      failure = sentence;
    },
    get failure() {
      return failure;
    },
    async classify() {
      if (failure !== undefined) throw new SignifyError("letters-failed", failure);
      return reading;
    },
  };
  return Object.assign(letters, readLetterModel(letterDescription()));
}
