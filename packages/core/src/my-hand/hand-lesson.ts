import { type Letter, letterAt, letterIndex } from "../letters/letters.ts";
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

/** What was seen of one showing: sums over its readings, so that it stays as small however long it lasts. */
type Showing = {
  embedding: Float32Array;
  distribution: Float32Array;
  readings: number;
  from: number;
  to: number;
};

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
  let showing: Showing | undefined;

  const goesOn = ({ embedding, to }: Showing, reading: ReadLetters, at: number): boolean => {
    const mean = directionOf(embedding);
    return (
      at >= to && at - to <= longestGap && mean !== undefined && cosine(reading.embedding, mean) >= steady
    );
  };
  const conclude = ({ embedding, distribution, readings }: Showing): LessonState => {
    const direction = directionOf(embedding);
    if (!direction) return { state: "learning", progress: 0 };
    return insist || (distribution[letterIndex(letter)] ?? 0) / readings >= rule.leastProbability
      ? { state: "learned", sample: encodeSample(direction) }
      : { state: "refused", seen: letterAt(distribution.indexOf(Math.max(...distribution))) };
  };

  return {
    letter,
    see(reading, capturedAt) {
      const letterness = reading.distribution.reduce((sum, probability) => sum + probability, 0);
      if (letterness < leastLetterness) {
        showing = undefined;
        return { state: "learning", progress: 0 };
      }
      const distribution = reading.distribution.map((probability) => probability / letterness);
      const before = showing && goesOn(showing, reading, capturedAt) ? showing : undefined;
      showing = {
        embedding: before ? sumOf(before.embedding, reading.embedding) : reading.embedding,
        distribution: before ? sumOf(before.distribution, distribution) : distribution,
        readings: (before?.readings ?? 0) + 1,
        from: before?.from ?? capturedAt,
        to: capturedAt,
      };
      const progress = Math.min((showing.to - showing.from) / heldFor, showing.readings / leastReadings);
      return progress >= 1 ? conclude(showing) : { state: "learning", progress };
    },
  };
}

function sumOf(one: Float32Array, other: Float32Array): Float32Array {
  return one.map((value, index) => value + (other[index] ?? 0));
}
