import type { Letter } from "@signify/core";

/** Letters in the order of how hard they are: clear shapes, lifted fingers, fists, crossings and directions, movements. */
export const levels: readonly (readonly Letter[])[] = [
  ["A", "B", "C", "L", "O", "Y"],
  ["D", "F", "I", "U", "V", "W"],
  ["E", "M", "N", "S", "T", "X"],
  ["G", "H", "K", "P", "Q", "R"],
  ["J", "Z"],
];

/** Letters of a level that may be left: one letter that does not work must not be a locked door. */
const mayMiss = 1;

/** Whether enough of a level's letters are known. Levels count from 0. */
export function isLevelDone(level: number, known: ReadonlySet<Letter>): boolean {
  const letters = levels[level] ?? [];
  return letters.filter((letter) => !known.has(letter)).length <= mayMiss;
}

/** Whether a level can be chosen: the first one, those after levels that are done, and all where `openAll` says so. */
export function isLevelOpen(level: number, known: ReadonlySet<Letter>, openAll: boolean): boolean {
  if (openAll) return true;
  return levels.slice(0, level).every((_, before) => isLevelDone(before, known));
}
