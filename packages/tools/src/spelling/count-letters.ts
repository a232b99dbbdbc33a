/** How what was written compares with what was spelled. A letter written as another one is lost, and the other inserted. */
export type LetterCount = { spelled: number; right: number; lost: number; inserted: number };

/** Compares by the longest common subsequence: the most letters that are right, in their order. */
export function countLetters(spelled: string, written: string): LetterCount {
  let row = new Array<number>(written.length + 1).fill(0);
  for (const letter of spelled) {
    const next = [0];
    for (let index = 0; index < written.length; index++) {
      const same = letter === written[index] ? (row[index] ?? 0) + 1 : 0;
      next.push(Math.max(same, row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  const right = row.at(-1) ?? 0;
  return { spelled: spelled.length, right, lost: spelled.length - right, inserted: written.length - right };
}

/** All counts together. */
export function sumCounts(counts: readonly LetterCount[]): LetterCount {
  const sum = (of: keyof LetterCount) => counts.reduce((total, count) => total + count[of], 0);
  return { spelled: sum("spelled"), right: sum("right"), lost: sum("lost"), inserted: sum("inserted") };
}
