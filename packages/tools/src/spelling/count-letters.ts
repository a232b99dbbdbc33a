/** How what was written compares with what was spelled. A letter written as another one is lost, and the other inserted. */
export type LetterCount = { spelled: number; right: number; lost: number; inserted: number };

/** Counts by {@link rightLetters}. */
export function countLetters(spelled: string, written: string): LetterCount {
  const right = rightLetters(spelled, written).filter(Boolean).length;
  return { spelled: spelled.length, right, lost: spelled.length - right, inserted: written.length - right };
}

/** All counts together. */
export function sumCounts(counts: readonly LetterCount[]): LetterCount {
  const sum = (of: keyof LetterCount) => counts.reduce((total, count) => total + count[of], 0);
  return { spelled: sum("spelled"), right: sum("right"), lost: sum("lost"), inserted: sum("inserted") };
}

/** Which letters of a word are right: those of a longest common subsequence with what was written. */
export function rightLetters(spelled: string, written: string): boolean[] {
  // common[i][j]: the most letters of spelled from i on that are in written from j on, in their order.
  const common = Array.from({ length: spelled.length + 1 }, () =>
    new Array<number>(written.length + 1).fill(0),
  );
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = spelled.length - 1; i >= 0; i--) {
    const row = common[i] ?? [];
    for (let j = written.length - 1; j >= 0; j--)
      row[j] = spelled[i] === written[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  let j = 0;
  return Array.from(spelled, (letter, i) => {
    const next = written.indexOf(letter, j);
    const isRight = next >= 0 && at(i + 1, next + 1) + 1 === at(i, j);
    if (isRight) j = next + 1;
    return isRight;
  });
}
