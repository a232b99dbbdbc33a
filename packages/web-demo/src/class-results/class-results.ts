import { type Letter, letters } from "@signify/core";
import type { HandIn } from "../handing-in/hand-in.ts";
import type { Confusions, LetterResult } from "../practice/attempt-record.ts";
import { learnerKey } from "./learner-names.ts";

/** One learner and one letter. */
export type HeatCell = {
  passed: number;
  tries: number;
  /** Median milliseconds of the passed tries; `undefined` when none was passed. */
  time: number | undefined;
};

/** One learner's row. */
export type LearnerRow = {
  /** The name under which the learner is listed. */
  learner: string;
  /** Whose hand-ins these are; several where the teacher gave one name to them. */
  keys: readonly string[];
  handIns: readonly HandIn[];
  cells: Partial<Record<Letter, HeatCell>>;
  passed: number;
  tries: number;
  /** Milliseconds in all. */
  time: number;
};

/** A letter that was wanted, the one that was seen, how often and by how many learners. */
export type ConfusionRow = { wanted: Letter; seen: Letter; count: number; learners: number };

/** Everything that the teacher's view shows. */
export type ClassResults = {
  /** Letters that somebody tried, in the order of the alphabet. */
  letters: Letter[];
  /** Learners in the order of their names. */
  rows: LearnerRow[];
  confusions: ConfusionRow[];
  /** Shares of tries that were passed by letter, 0..1. */
  passedShare: Partial<Record<Letter, number>>;
};

/** Merges hand-ins: letters × learners. `names` are those of `nameLearnersApart`. */
export function mergeHandIns(handIns: readonly HandIn[], names: ReadonlyMap<string, string>): ClassResults {
  const byName = new Map<string, HandIn[]>();
  for (const handIn of handIns) {
    const name = names.get(learnerKey(handIn)) ?? handIn.learner;
    byName.set(name, [...(byName.get(name) ?? []), handIn]);
  }
  const rows = [...byName].map(([learner, own]) => learnerRow(learner, own));
  rows.sort((one, other) => one.learner.localeCompare(other.learner, undefined, { numeric: true }));
  const tried = letters.filter((letter) => rows.some((row) => row.cells[letter]));
  const passedShare: ClassResults["passedShare"] = {};
  for (const letter of tried) {
    const cells = rows.flatMap((row) => row.cells[letter] ?? []);
    const sum = (field: "passed" | "tries") => cells.reduce((total, cell) => total + cell[field], 0);
    passedShare[letter] = sum("passed") / sum("tries");
  }
  return { letters: tried, rows, confusions: confusionRows(rows), passedShare };
}

/** What a learner's letters were taken for, by the letter that was wanted. */
export function seenInsteadOf(row: LearnerRow): Partial<Record<Letter, Confusions>> {
  const seen: Partial<Record<Letter, Confusions>> = {};
  for (const { letter, seenInstead } of triesOf(row.handIns)) {
    const own = seen[letter] ?? {};
    seen[letter] = own;
    for (const [other, count] of Object.entries(seenInstead) as [Letter, number][]) {
      own[other] = (own[other] ?? 0) + count;
    }
  }
  return seen;
}

function triesOf(handIns: readonly HandIn[]): LetterResult[] {
  return handIns.flatMap((handIn) => handIn.results.flatMap((result) => result.letters));
}

function learnerRow(learner: string, handIns: readonly HandIn[]): LearnerRow {
  const tries = triesOf(handIns);
  const cells: LearnerRow["cells"] = {};
  for (const letter of new Set(tries.map((one) => one.letter))) {
    const own = tries.filter((one) => one.letter === letter);
    const times = own.filter((one) => one.outcome === "passed").map((one) => one.time);
    cells[letter] = { passed: times.length, tries: own.length, time: median(times) };
  }
  const passed = tries.filter((one) => one.outcome === "passed").length;
  const time = tries.reduce((sum, one) => sum + one.time, 0);
  const keys = [...new Set(handIns.map(learnerKey))];
  return { learner, keys, handIns, cells, passed, tries: tries.length, time };
}

function confusionRows(learners: readonly LearnerRow[]): ConfusionRow[] {
  const rows = new Map<string, ConfusionRow>();
  for (const learner of learners) {
    for (const [wanted, own] of Object.entries(seenInsteadOf(learner)) as [Letter, Confusions][]) {
      for (const [seen, count] of Object.entries(own) as [Letter, number][]) {
        const key = wanted + seen;
        const row = rows.get(key) ?? { wanted, seen, count: 0, learners: 0 };
        rows.set(key, { ...row, count: row.count + count, learners: row.learners + 1 });
      }
    }
  }
  return [...rows.values()].sort(
    (one, other) => other.count - one.count || one.wanted.localeCompare(other.wanted),
  );
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
