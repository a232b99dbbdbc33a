import { type Letter, letterAt, letterIndex } from "../letters/letters.ts";
import { meanOf } from "../letters/mean-of.ts";
import type { ReadLetters } from "../letters/read-letters.ts";
import { cosine, directionOf } from "./cosine.ts";
import { encodeSample } from "./hand-sample.ts";
import type { MyHandRule } from "./my-hand-rule.ts";
import { requireTeachable } from "./read-hand.ts";

/**
 * How a lesson goes: it watches (`progress` 0..1), it has ended with a sample, or with none because the letter is not
 * among those that this may be; `seen` is what it looks like.
 */
export type LessonState =
  | { state: "learning"; progress: number }
  | { state: "learned"; sample: string }
  | { state: "refused"; seen: Letter };

/** Options of {@link createHandLesson}. */
export type HandLessonOptions = {
  letter: Letter;
  /** Takes the sample also where it looks like another letter: a teacher says that it is right. */
  insist: boolean;
  rule: MyHandRule;
};

/** Takes a sample of how one person signs one letter from what is read of frame after frame. */
export type HandLesson = {
  readonly letter: Letter;
  /** One more reading, without anybody's hand, of a frame captured at some milliseconds. */
  see(reading: ReadLetters, capturedAt: number): LessonState;
};

type Seen = ReadLetters & { at: number };

/** Milliseconds for which a letter is held, and the least readings of it. */
const heldFor = 800;
const leastReadings = 5;
/** Readings further apart, in milliseconds, are not of one showing. */
const longestGap = 500;
/** Least cosine of a hand that is still to the mean of what was seen of it. */
const steady = 0.9;
/** Least letterness: a hand at rest, or on its way, is no letter. */
const leastLetterness = 0.3;

/**
 * Makes a {@link HandLesson}. The letter is held: when the hand moves, leaves or rests, the lesson begins anew.
 * @throws SignifyError "hand-refused" for a letter that cannot be taught.
 */
export function createHandLesson({ letter, insist, rule }: HandLessonOptions): HandLesson {
  requireTeachable(letter, rule);
  let seen: Seen[] = [];

  const goesOn = ({ embedding, at }: Seen): boolean => {
    const last = seen.at(-1);
    if (!last || at < last.at || at - last.at > longestGap) return false;
    const mean = directionOf(meanOf(seen.map((one) => one.embedding)));
    return mean !== undefined && cosine(embedding, mean) >= steady;
  };
  const conclude = (): LessonState => {
    const direction = directionOf(meanOf(seen.map((one) => one.embedding)));
    if (!direction) return { state: "learning", progress: 0 };
    const mean = meanOf(
      seen.map(({ distribution }) => distribution.map((value) => value / total(distribution))),
    );
    return insist || (mean[letterIndex(letter)] ?? 0) >= rule.leastProbability
      ? { state: "learned", sample: encodeSample(direction) }
      : { state: "refused", seen: letterAt(mean.indexOf(Math.max(...mean))) };
  };

  return {
    letter,
    see(reading, capturedAt) {
      const one: Seen = { ...reading, at: capturedAt };
      if (total(reading.distribution) < leastLetterness) seen = [];
      else seen = goesOn(one) ? [...seen, one] : [one];
      const span = capturedAt - (seen[0]?.at ?? capturedAt);
      const progress = Math.min(span / heldFor, seen.length / leastReadings);
      return progress >= 1 ? conclude() : { state: "learning", progress };
    },
  };
}

function total(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
