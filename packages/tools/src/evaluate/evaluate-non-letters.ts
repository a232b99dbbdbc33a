import type { LetterModel } from "@signify/core";
import type { ReadClip } from "./read-clip.ts";
import { smoothed } from "./smoothed.ts";
import { meanShare, passesOf, sumVerdicts } from "./verdict-figures.ts";

/** How much hands that are no letter are taken for one. */
export type NonLetterResult = {
  file: string;
  labels: Record<string, { samples: number; letterness: number | null; falsePassed: number | null }>;
  skipped: { frames: number; samples: number };
};

/** Options of {@link evaluateNonLetters}. */
export type EvaluateNonLettersOptions = {
  file: string;
  /** Names by number. */
  names: readonly string[];
  rules: LetterModel["rules"];
  smoothingSize: number;
  skipped: NonLetterResult["skipped"];
};

/** The figures of one source of hands that are no letter: mean letterness, and how often they pass for a letter that is asked. */
export function evaluateNonLetters(
  samples: readonly { label: number; read: ReadClip }[],
  { file, names, rules, smoothingSize, skipped }: EvaluateNonLettersOptions,
): NonLetterResult {
  const smoothing = { size: smoothingSize, myHand: rules.myHand };
  const byName = names.map((name, label) => {
    const own = samples.filter((sample) => sample.label === label && sample.read.atEnd > 0);
    const read = own.map(({ read }) => {
      const distributions = smoothed(read, smoothing);
      const last = distributions[read.atEnd - 1] ?? new Float32Array();
      const letterness = last.reduce((sum, probability) => sum + probability, 0);
      return { wanted: null, letterness, passes: passesOf(distributions, rules.verdict, read.still) };
    });
    const { falsePassed } = sumVerdicts(read);
    return [
      name,
      { samples: own.length, letterness: meanShare(read.map(({ letterness }) => letterness)), falsePassed },
    ];
  });
  return { file, labels: Object.fromEntries(byName), skipped };
}
