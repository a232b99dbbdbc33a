import { type Letter, letters } from "@signify/core";
import type { HandIn } from "./hand-in.ts";

/** One learner and one letter. */
export type HeatCell = {
  passed: number;
  tries: number;
  /** Median milliseconds of the passed tries; `undefined` when none was passed. */
  time: number | undefined;
};

/** One learner's row. */
export type LearnerRow = {
  learner: string;
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
  rows: LearnerRow[];
  confusions: ConfusionRow[];
  /** Shares of tries that were passed by letter, 0..1. */
  passedShare: Partial<Record<Letter, number>>;
};

/** Adds hand-ins to those already there; one that was given before is taken once. */
export function addHandIns(known: readonly HandIn[], added: readonly HandIn[]): HandIn[] {
  const byId = new Map([...known, ...added].map((handIn) => [handIn.id, handIn]));
  return [...byId.values()];
}

/** Merges hand-ins: letters × learners. Learners with the same name share a row; `nameless` stands for no name. */
export function mergeHandIns(handIns: readonly HandIn[], nameless: (number: number) => string): ClassResults {
  const tries = triesByLearner(handIns, nameless);
  const rows = [...tries].map(([learner, own]) => learnerRow(learner, own));
  rows.sort((one, other) => one.learner.localeCompare(other.learner));
  const tried = letters.filter((letter) => rows.some((row) => row.cells[letter]));
  const passedShare: ClassResults["passedShare"] = {};
  for (const letter of tried) {
    const cells = rows.flatMap((row) => row.cells[letter] ?? []);
    const sum = (field: "passed" | "tries") => cells.reduce((total, cell) => total + cell[field], 0);
    passedShare[letter] = sum("passed") / sum("tries");
  }
  return { letters: tried, rows, confusions: confusionRows(tries), passedShare };
}

type Try = HandIn["results"][number]["letters"][number];

function triesByLearner(
  handIns: readonly HandIn[],
  nameless: (number: number) => string,
): Map<string, Try[]> {
  const tries = new Map<string, Try[]>();
  let unnamed = 0;
  for (const handIn of handIns) {
    const learner = handIn.learner.trim() || nameless(++unnamed);
    const own = handIn.results.flatMap((result) => result.letters);
    tries.set(learner, [...(tries.get(learner) ?? []), ...own]);
  }
  return tries;
}

function learnerRow(learner: string, tries: readonly Try[]): LearnerRow {
  const cells: LearnerRow["cells"] = {};
  for (const letter of new Set(tries.map((one) => one.letter))) {
    const own = tries.filter((one) => one.letter === letter);
    const times = own.filter((one) => one.outcome === "passed").map((one) => one.time);
    cells[letter] = { passed: times.length, tries: own.length, time: median(times) };
  }
  const passed = tries.filter((one) => one.outcome === "passed").length;
  const time = tries.reduce((sum, one) => sum + one.time, 0);
  return { learner, cells, passed, tries: tries.length, time };
}

function confusionRows(tries: ReadonlyMap<string, readonly Try[]>): ConfusionRow[] {
  const rows = new Map<string, ConfusionRow & { names: Set<string> }>();
  for (const [learner, own] of tries) {
    for (const { letter: wanted, seenInstead } of own) {
      for (const [seen, count] of Object.entries(seenInstead) as [Letter, number][]) {
        const key = wanted + seen;
        const row = rows.get(key) ?? { wanted, seen, count: 0, learners: 0, names: new Set<string>() };
        row.count += count;
        row.names.add(learner);
        rows.set(key, row);
      }
    }
  }
  return [...rows.values()]
    .map(({ names, ...row }) => ({ ...row, learners: names.size }))
    .sort((one, other) => other.count - one.count || one.wanted.localeCompare(other.wanted));
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
