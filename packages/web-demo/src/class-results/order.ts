import type { Letter } from "@signify/core";
import type { ClassResults, LearnerRow } from "./class-results.ts";

/** What comes first: names and letters by the alphabet, or what goes worst. */
export type Order = "alphabet" | "weakest";

/** The letters: by the alphabet, or the one that the class passes least first. */
export function lettersInOrder({ letters, passedShare }: ClassResults, order: Order): Letter[] {
  if (order === "alphabet") return [...letters];
  return letters.toSorted((one, other) => (passedShare[one] ?? 0) - (passedShare[other] ?? 0));
}

/** The learners: by name, or those first who pass the least; with a letter, those who pass that one least. */
export function rowsInOrder({ rows }: ClassResults, order: Order, letter: Letter | undefined): LearnerRow[] {
  if (letter) return rows.toSorted((one, other) => letterRank(one, letter) - letterRank(other, letter));
  if (order === "alphabet") return [...rows];
  return rows.toSorted((one, other) => share(one) - share(other));
}

function share({ passed, tries }: { passed: number; tries: number }): number {
  return tries === 0 ? 1 : passed / tries;
}

/** Who has not tried the letter comes after all who have. */
function letterRank({ cells }: LearnerRow, letter: Letter): number {
  const cell = cells[letter];
  return cell ? share(cell) : 2;
}
