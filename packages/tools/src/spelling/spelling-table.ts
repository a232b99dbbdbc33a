import { countLetters, type LetterCount, rightLetters, sumCounts } from "./count-letters.ts";
import type { SpelledWord } from "./evaluate-person.ts";
import { movingLetters } from "./person-clips.ts";
import { lettersPerMinute } from "./spelling-speed.ts";

/** Shares of the spelled letters. */
type Row = { name: string; before: LetterCount; now: LetterCount; words: readonly SpelledWord[] };

const percent = (part: number, whole: number) =>
  (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`).padStart(8);

/** The tables for people: by camera and speed, and by person. */
export function spellingTable(words: readonly SpelledWord[]): string {
  const bySpeed = rowsBy(words, ({ speed: { framesPerSecond, hold } }) => {
    const rate = `${lettersPerMinute(hold)}`.padStart(3);
    return `${framesPerSecond} pictures/s, held ${`${hold}`.padStart(4)} ms (${rate} letters/min)`;
  });
  const byPerson = rowsBy(words, ({ person }) => person);
  return [table("camera and speed", bySpeed), "", table("person, all speeds", byPerson)].join("\n");
}

function rowsBy(words: readonly SpelledWord[], nameOf: (word: SpelledWord) => string): Row[] {
  const groups = Map.groupBy(words, nameOf);
  return [...groups]
    .toSorted(([one], [other]) => one.localeCompare(other, "en", { numeric: true }))
    .map(([name, group]) => ({
      name,
      before: sumCounts(group.map(({ word, before }) => countLetters(word, before))),
      now: sumCounts(group.map(({ word, now }) => countLetters(word, now))),
      words: group,
    }));
}

function table(head: string, rows: readonly Row[]): string {
  const width = Math.max(head.length, ...rows.map(({ name }) => name.length));
  const heads = ["right", "inserted", "lost"].map((column) => column.padStart(8)).join(" ");
  const lines = rows.map(({ name, before, now, words }) =>
    [
      name.padEnd(width),
      shares(before),
      shares(now),
      [shareOf(words, isMoving), shareOf(words, isSecond)].join(" "),
      String(now.spelled).padStart(7),
    ].join("  "),
  );
  const columns = ["J and Z", "doubles"].map((column) => column.padStart(8)).join(" ");
  return [
    `${"".padEnd(width)}  ${"before".padEnd(26)}  now`,
    `${head.padEnd(width)}  ${heads}  ${heads}  ${columns}  letters`,
    ...lines,
  ].join("\n");
}

function shares({ spelled, right, inserted, lost }: LetterCount): string {
  return [right, inserted, lost].map((count) => percent(count, spelled)).join(" ");
}

/** How many of these letters are right now. */
function shareOf(words: readonly SpelledWord[], isOf: (word: string, index: number) => boolean): string {
  const right = words.flatMap(({ word, now }) =>
    rightLetters(word, now).filter((_, index) => isOf(word, index)),
  );
  return percent(right.filter(Boolean).length, right.length);
}

function isMoving(word: string, index: number): boolean {
  return movingLetters.some((letter) => letter === word[index]);
}

/** The second of two still letters alike. */
function isSecond(word: string, index: number): boolean {
  return word[index] === word[index - 1] && !isMoving(word, index);
}
