import { type Letter, letters } from "@signify/core";
import { share } from "../evaluate/round.ts";
import type { Judged } from "./judge-corrections.ts";

/** A correction that was followed: whether the asked letter is more probable than before, among letters and in all. */
export type Followed = { asked: Letter; raised: boolean; raisedInAll: boolean };

/** Corrections of one asked letter, or of all; shares 0..1, null where there is nothing to share. */
export type CorrectionFigures = {
  /** Showings of other letters, and the share of them in which something was corrected, and in which it nearly passed. */
  others: number;
  corrected: number | null;
  passed: number | null;
  /** Share of the corrections that name what truly differs. */
  true: number | null;
  /** Showings of the letter itself, and the share in which nothing was corrected. */
  right: number;
  leftAlone: number | null;
  /** Corrections followed, and the share that raised the asked letter's probability among letters, and that times the letterness. */
  followed: number;
  raised: number | null;
  raisedInAll: number | null;
};

/** What corrections are worth. */
export type CorrectionEvaluation = CorrectionFigures & {
  people: number;
  /** Recordings of right letters shown as a camera would, and the share in which nothing was corrected. */
  watched: number;
  watchedLeftAlone: number | null;
  letters: Partial<Record<Letter, CorrectionFigures>>;
  /** The corrections that were most often not true: "shown asked key", and how often. */
  untrue: { what: string; count: number }[];
};

/** The figures of what was judged and followed. */
function correctionFigures(judged: readonly Judged[], followed: readonly Followed[]): CorrectionFigures {
  const others = judged.filter(({ hand, asked }) => hand.letter !== asked);
  const right = judged.filter(({ hand, asked }) => hand.letter === asked);
  const corrected = others.filter(({ key }) => key !== null);
  const count = <Item>(items: readonly Item[], is: (item: Item) => boolean) => items.filter(is).length;
  return {
    others: others.length,
    corrected: share(corrected.length, others.length),
    passed: share(
      count(others, ({ passes }) => passes),
      others.length,
    ),
    true: share(
      count(corrected, ({ isTrue }) => isTrue),
      corrected.length,
    ),
    right: right.length,
    leftAlone: share(
      count(right, ({ key }) => key === null),
      right.length,
    ),
    followed: followed.length,
    raised: share(
      count(followed, ({ raised }) => raised),
      followed.length,
    ),
    raisedInAll: share(
      count(followed, ({ raisedInAll }) => raisedInAll),
      followed.length,
    ),
  };
}

/** All figures, in all and by asked letter. */
export function evaluateCorrections(
  judged: readonly Judged[],
  followed: readonly Followed[],
  watched: readonly boolean[],
): CorrectionEvaluation {
  const byLetter = letters.map((letter) => [
    letter,
    correctionFigures(
      judged.filter(({ asked }) => asked === letter),
      followed.filter(({ asked }) => asked === letter),
    ),
  ]);
  return {
    people: new Set(judged.map(({ hand }) => hand.person)).size,
    ...correctionFigures(judged, followed),
    watched: watched.length,
    watchedLeftAlone: share(watched.filter((corrected) => !corrected).length, watched.length),
    letters: Object.fromEntries(byLetter),
    untrue: untrueOf(judged).slice(0, 20),
  };
}

function untrueOf(judged: readonly Judged[]): { what: string; count: number }[] {
  const untrue = judged.filter(({ hand, asked, key, isTrue }) => hand.letter !== asked && key && !isTrue);
  const counts = Map.groupBy(untrue, ({ hand, asked, key }) => `${hand.letter} for ${asked}: ${key}`);
  return [...counts]
    .map(([what, own]) => ({ what, count: own.length }))
    .toSorted((one, other) => other.count - one.count);
}
