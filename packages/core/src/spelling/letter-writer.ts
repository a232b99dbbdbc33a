import type { Letter } from "../letters/letters.ts";
import { createDoubleMotion } from "./double-motion.ts";
import { createShapeChange } from "./shape-change.ts";

/** A letter that is on its way to be written, and how far, 0..1. */
export type PendingLetter = { letter: Letter; held: number };

/**
 * Makes letters of readings: fingerspelling without a target. Times are milliseconds of any monotonic clock; what was
 * captured and what is read are told in the order in which they come.
 */
export type LetterWriter = {
  /** The hand of a picture, as a landmark frame [42, 3], when it is known; doubles are seen in it. */
  see(landmarks: ArrayLike<number>, now: number): void;
  /** The likeliest letter and its smoothed probability. It stays in force until the next reading. */
  read(letter: Letter, probability: number, now: number): void;
  /** Time went by without a new reading. */
  wait(now: number): void;
  /** A picture showed no hand. A hand that is lost for a moment changes nothing; one that stays away ends the word. */
  lose(now: number): void;
  /** What was on its way is forgotten: the camera or the link is gone. */
  clear(): void;
  /** The letter that is being shown and not written yet. */
  pending(): PendingLetter | undefined;
};

/** Options of {@link createLetterWriter}. */
export type LetterWriterOptions = {
  /** A letter is written; `replaces`: in the place of the last one, which was only how its motion begins. */
  onLetter: (letter: Letter, replaces: boolean) => void;
};

/** Least probability of a letter that is on its way. */
const leastProbability = 0.2;
/**
 * A letter is written when its probability times the milliseconds that it was read comes to so much: the surer, the sooner. It is a
 * share of the time from letter to letter, so that who spells slowly is given time, and who spells fast is kept up with.
 */
const evidenceShare = 0.1;
const evidenceLeast = 50;
const evidenceMost = 200;
/** Milliseconds from letter to letter before any is known, and how much each new time counts. */
const firstPace = 800;
const newness = 0.4;
/** A pause is not a pace. */
const slowest = 2000;
/** A hand that goes away was seen for a shorter time than it was shown, by the moving mean. */
const evidenceAtEnd = 25;
/** Readings lag behind the hand: a double belongs to what is read so many milliseconds after it. */
const readingLag = 250;
/** Letters that are written by a motion, and what the hand reads as while that begins. */
const beginnings: Partial<Record<Letter, readonly Letter[]>> = { J: ["I"], Z: ["D", "L", "X"] };
/** A hand that is lost for longer is gone. */
const longestLoss = 350;
/** What was written longer ago was a letter of its own. */
const longestBeginning = 2000;

/**
 * Writes a letter as soon as it was read long and surely enough. Once written it comes again only after another letter, after
 * the hand was gone, or by the slide or bounce of a double; a J or Z when it is drawn again. While the hand keeps its shape no
 * other letter is written: an unsure hand would write many.
 */
export function createLetterWriter({ onLetter }: LetterWriterOptions): LetterWriter {
  const doubles = createDoubleMotion();
  const shape = createShapeChange();
  let candidate:
    | { letter: Letter; since: number; evidence: number; times: number; written: number }
    | undefined;
  let probability = 0;
  let last: { letter: Letter; since: number; at: number } | undefined;
  let due: number[] = [];
  let told = 0;
  let lostAt: number | undefined;
  let pace = firstPace;

  const needed = () => Math.min(evidenceMost, Math.max(evidenceLeast, evidenceShare * pace));
  const write = (now: number) => {
    if (candidate === undefined) return;
    const { letter, since } = candidate;
    const replaces =
      candidate.written === 0 &&
      last !== undefined &&
      now - last.at <= longestBeginning &&
      (beginnings[letter]?.includes(last.letter) ?? false);
    candidate.written += 1;
    if (last !== undefined) pace += newness * (Math.min(now - last.at, slowest) - pace);
    last = { letter, since, at: now };
    onLetter(letter, replaces);
  };
  const settle = (now: number, least = needed()) => {
    if (candidate === undefined) return;
    if (candidate.written === 0 && candidate.evidence < least) return;
    const isOfSameHand = last !== undefined && !shape.changedSince(last.since);
    if (candidate.written === 0 && isOfSameHand && !isMotion(candidate.letter)) return;
    while (candidate.written < candidate.times) write(now);
  };
  const goOn = (now: number) => {
    if (candidate !== undefined && lostAt === undefined) candidate.evidence += probability * (now - told);
    told = now;
    for (const _ of due.filter((at) => at <= now)) double();
    due = due.filter((at) => at > now);
    if (probability >= leastProbability) settle(now);
    if (lostAt !== undefined && now - lostAt >= longestLoss) end(now);
  };
  const end = (now: number) => {
    for (const _ of due) double();
    settle(now, evidenceAtEnd);
    clear();
  };
  const double = () => {
    if (candidate !== undefined && !isMotion(candidate.letter)) candidate.times += 1;
  };

  const clear = () => {
    doubles.clear();
    shape.clear();
    candidate = undefined;
    last = undefined;
    lostAt = undefined;
    due = [];
    probability = 0;
  };

  return {
    see(landmarks, now) {
      lostAt = undefined;
      shape.see(landmarks, now);
      if (doubles.see(landmarks, now)) due.push(now + readingLag);
      goOn(now);
    },
    read(letter, next, now) {
      // The time before this reading belongs to the one that was in force.
      goOn(now);
      lostAt = undefined;
      if (letter !== candidate?.letter && next >= leastProbability)
        candidate = { letter, since: now, evidence: 0, times: 1, written: 0 };
      probability = letter === candidate?.letter ? next : 0;
      const isOver = candidate && candidate.written > 0 && probability < leastProbability;
      if (isOver && isMotion(candidate?.letter)) candidate = undefined;
    },
    wait: goOn,
    lose(now) {
      goOn(now);
      if (candidate !== undefined) lostAt ??= now;
    },
    clear,
    pending: () =>
      candidate && candidate.written === 0
        ? { letter: candidate.letter, held: Math.min(1, candidate.evidence / needed()) }
        : undefined,
  };
}

/** A letter by motion is over with its motion; nobody holds one. */
function isMotion(letter: Letter | undefined): boolean {
  return letter !== undefined && beginnings[letter] !== undefined;
}
