import type { HandIn } from "../handing-in/hand-in.ts";

/** Whose a hand-in is: the browser and the name typed in it. One without a name is somebody's of its own. */
export function learnerKey({ id, learnerId, learner }: HandIn): string {
  const name = learner.trim();
  return name === "" ? `?${id}` : `${learnerId}/${name}`;
}

/** Options of {@link nameLearnersApart}. */
export type LearnerNamesOptions = {
  /** What the teacher calls learners, by `learnerKey`. Two that are called the same are the same. */
  given: Readonly<Record<string, string>>;
  /** Stands for no name. */
  nameless: (number: number) => string;
  /** The second of a name, and so on. */
  numbered: (name: string, number: number) => string;
};

/**
 * The name under which each learner is listed, by `learnerKey`: two learners of one name are told apart by numbers, in the
 * order in which their first results came, unless the teacher calls them otherwise.
 */
export function nameLearnersApart(
  handIns: readonly HandIn[],
  { given, nameless, numbered }: LearnerNamesOptions,
): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  let unnamed = 0;
  for (const handIn of handIns) {
    const key = learnerKey(handIn);
    if (names.has(key)) continue;
    const name = given[key];
    if (name !== undefined) {
      names.set(key, name);
      continue;
    }
    const own = handIn.learner.trim() || nameless(++unnamed);
    const number = (taken.get(own) ?? 0) + 1;
    taken.set(own, number);
    names.set(key, number === 1 ? own : numbered(own, number));
  }
  return names;
}
