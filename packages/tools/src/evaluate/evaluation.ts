import type { Letter } from "@signify/core";
import type { EvaluatedSource, SourceResult } from "./evaluate-letters.ts";
import type { NonLetterResult } from "./evaluate-non-letters.ts";
import { meanShare, tallyVerdicts, type Verdicts } from "./verdict-figures.ts";

/** Mean and worst over the sources that have samples, each counting the same. */
export type MeanAndWorst = { mean: number | null; worst: number | null };

/** A letter that is read as another, and how often. */
export type Confusion = { wanted: Letter; read: Letter; count: number };

/** The whole evaluation. */
export type Evaluation = MeanAndWorst & {
  /** The same by each person's own hand, where samples were taught. */
  personal?: MeanAndWorst;
  verdicts: Verdicts;
  /** Most frequent first. */
  confusions: Confusion[];
  sources: SourceResult[];
  nonLetters: NonLetterResult[];
};

/** Puts the figures of all sources together. */
export function summarize(evaluated: readonly EvaluatedSource[], nonLetters: NonLetterResult[]): Evaluation {
  const sources = evaluated.map(({ result }) => result);
  const isPersonal = sources.some(({ personal }) => personal !== undefined);
  return {
    ...meanAndWorst(sources.map(({ accuracy }) => accuracy)),
    ...(isPersonal && { personal: meanAndWorst(sources.map(({ personal = null }) => personal)) }),
    verdicts: tallyVerdicts(evaluated.flatMap(({ showings }) => showings)),
    confusions: countConfusions(evaluated.flatMap(({ confusions }) => confusions)),
    ...{ sources, nonLetters },
  };
}

function meanAndWorst(accuracies: readonly (number | null)[]): MeanAndWorst {
  const known = accuracies.flatMap((accuracy) => (accuracy === null ? [] : [accuracy]));
  return { mean: meanShare(known), worst: known.length > 0 ? Math.min(...known) : null };
}

function countConfusions(confusions: readonly Omit<Confusion, "count">[]): Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const confusion of confusions) {
    const key = confusion.wanted + confusion.read;
    counts.set(key, { ...confusion, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
