import { createJudge, type Letter, letters, type VerdictRule } from "@signify/core";
import { round, share } from "./round.ts";

/** One showing: the letter it is of (null: of none), and the letters that it would pass for, were they asked. */
export type Showing = { wanted: Letter | null; passes: readonly Letter[] };

/** How one letter is passed when it is asked, and by what else. Shares 0..1; null where nothing was shown. */
export type LetterVerdicts = {
  passed: number | null;
  /** Of showings of other letters. */
  falsePassed: number | null;
  /** The other letter that passes for it most often. */
  mostBy: Letter | null;
  mostFalsePassed: number | null;
};

/** Verdicts over all letters. */
export type Verdicts = Pick<LetterVerdicts, "passed" | "falsePassed"> & {
  letters: Partial<Record<Letter, LetterVerdicts>>;
};

/** The letters that would pass for a row of smoothed distributions. */
export function passesOf(
  distributions: readonly Float32Array[],
  rule: VerdictRule,
  still: boolean,
): Letter[] {
  return letters.filter((target) => {
    const judge = createJudge({ rule, target, still });
    return distributions.some((distribution) => judge(distribution) === "shown");
  });
}

/** Counts which letters passed where they were shown, and where another one was. */
export function tallyVerdicts(showings: readonly Showing[]): Verdicts {
  const of = groupBy(showings, ({ wanted }) => wanted);
  const passRate = (target: Letter, shown: readonly Showing[] | undefined) =>
    share(shown?.filter(({ passes }) => passes.includes(target)).length ?? 0, shown?.length ?? 0);
  const shown = letters.filter((letter) => of.has(letter));
  const byLetter = shown.map((letter): [Letter, LetterVerdicts] => {
    const others = shown.filter((other) => other !== letter);
    const rates = others.map((other) => ({ other, rate: passRate(letter, of.get(other)) ?? 0 }));
    const most = rates.toSorted((one, other) => other.rate - one.rate)[0];
    const falsePassed = passRate(
      letter,
      showings.filter(({ wanted }) => wanted !== letter),
    );
    const mostBy = most && most.rate > 0 ? most.other : null;
    return [
      letter,
      { passed: passRate(letter, of.get(letter)), falsePassed, mostBy, mostFalsePassed: most?.rate ?? null },
    ];
  });
  return { ...sumVerdicts(showings), letters: Object.fromEntries(byLetter) };
}

/** The shares of showings that pass for what they are, and of (showing, other letter) that pass for what they are not. */
export function sumVerdicts(showings: readonly Showing[]): Pick<Verdicts, "passed" | "falsePassed"> {
  const ofLetters = showings.filter(({ wanted }) => wanted !== null);
  const right = ofLetters.filter(({ wanted, passes }) => wanted && passes.includes(wanted)).length;
  const passes = showings.reduce((sum, showing) => sum + showing.passes.length, 0);
  const wrongAsked = showings.length * letters.length - ofLetters.length;
  return { passed: share(right, ofLetters.length), falsePassed: share(passes - right, wrongAsked, 5) };
}

function groupBy<T, Key>(values: readonly T[], keyOf: (value: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** The mean of shares, each counting the same; null where there is none. */
export function meanShare(shares: readonly (number | null)[]): number | null {
  const known = shares.flatMap((one) => (one === null ? [] : [one]));
  return known.length > 0 ? round(known.reduce((sum, one) => sum + one, 0) / known.length) : null;
}
