import { type Letter, letterIndex } from "../letters/letters.ts";
import { isMovement } from "../letters/movements.ts";
import type { ReadLetters } from "../letters/read-letters.ts";
import { cosine, directionOf } from "./cosine.ts";
import { encodeSample } from "./hand-sample.ts";
import { type HandSample, judgeSample, type SampleRefusal } from "./judge-sample.ts";
import type { MyHandRule } from "./my-hand-rule.ts";

/** How a lesson goes: it watches (`progress` 0..1), or it has ended with a sample or with why there is none. */
export type LessonState =
  | { state: "learning"; progress: number }
  | { state: "learned"; sample: string }
  | ({ state: "refused" } & SampleRefusal);

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

/** Milliseconds for which a letter is held, and for which a movement is watched; and the least readings of either. */
const heldFor = 800;
const watchedFor = 3000;
const leastReadings = 5;
/** Readings further apart, in milliseconds, are not of one showing. */
const longestGap = 500;
/** Least cosine of a hand that is still to the mean of what was seen of it. */
const steady = 0.9;
/** Least letterness: a hand at rest is no letter. */
const leastLetterness = 0.3;

/**
 * Makes a {@link HandLesson}. A still letter is held: when the hand moves, leaves or rests, it begins anew. A movement is
 * watched for some seconds, and its sample is of the moments in which it was read best.
 */
export function createHandLesson({ letter, insist, rule }: HandLessonOptions): HandLesson {
  const moves = isMovement(letter);
  const needed = moves ? watchedFor : heldFor;
  let seen: Seen[] = [];

  const goesOn = ({ embedding, at }: Seen): boolean => {
    const last = seen.at(-1);
    if (!last || at < last.at || at - last.at > longestGap) return false;
    const direction = meanOf(seen.map((one) => one.embedding));
    return moves || (direction !== undefined && cosine(embedding, direction) >= steady);
  };
  const isLetter = ({ distribution }: ReadLetters) =>
    insist || moves || distribution.reduce((sum, probability) => sum + probability, 0) >= leastLetterness;

  const conclude = (): LessonState => {
    const best = moves ? bestOf(seen, letter) : seen;
    const direction = meanOf(best.map((one) => one.embedding));
    if (!direction) return { state: "learning", progress: 0 };
    const sample: HandSample = {
      direction,
      distribution: sumOf(
        best.map((one) => one.distribution),
        1 / best.length,
      ),
    };
    const refusal = insist ? undefined : judgeSample(letter, sample, rule);
    return refusal ? { state: "refused", ...refusal } : { state: "learned", sample: encodeSample(direction) };
  };

  return {
    letter,
    see(reading, capturedAt) {
      const one: Seen = { ...reading, at: capturedAt };
      if (!isLetter(one)) seen = [];
      else seen = goesOn(one) ? [...seen, one] : [one];
      const span = capturedAt - (seen[0]?.at ?? capturedAt);
      const progress = Math.min(span / needed, seen.length / leastReadings);
      return progress >= 1 ? conclude() : { state: "learning", progress };
    },
  };
}

/** The readings in which a letter was likeliest. */
function bestOf(readings: readonly Seen[], letter: Letter): Seen[] {
  const index = letterIndex(letter);
  return [...readings]
    .sort((one, other) => (other.distribution[index] ?? 0) - (one.distribution[index] ?? 0))
    .slice(0, leastReadings);
}

function meanOf(directions: readonly Float32Array[]): Float32Array | undefined {
  return directionOf(sumOf(directions, 1));
}

/** The sum of equally long arrays, times a factor. */
function sumOf(arrays: readonly Float32Array[], factor: number): Float32Array {
  const total = new Float32Array(arrays[0]?.length ?? 0);
  for (const array of arrays) {
    for (const [index, value] of array.entries()) total[index] = (total[index] ?? 0) + value * factor;
  }
  return total;
}
