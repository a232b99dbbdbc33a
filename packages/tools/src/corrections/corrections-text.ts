import { type Letter, letters } from "@signify/core";
import type { CorrectionEvaluation, CorrectionFigures } from "./correction-figures.ts";

const percent = (share: number | null) => (share === null ? "–" : (100 * share).toFixed(1)).padStart(7);

/** The evaluation of corrections for a terminal: one line in all, one for each asked letter. */
export function correctionsText(evaluation: CorrectionEvaluation): string {
  const { people, watched, watchedLeftAlone, letters: byLetter, untrue } = evaluation;
  const line = (name: string, { others, right, followed, ...shares }: CorrectionFigures) =>
    [
      name.padEnd(4),
      String(others).padStart(7),
      ...[shares.passed, shares.corrected, shares.true].map(percent),
      String(right).padStart(6),
      percent(shares.leftAlone),
      String(followed).padStart(9),
      ...[shares.raised, shares.raisedInAll].map(percent),
    ].join("");
  const rows = letters.flatMap((letter: Letter) => {
    const figures = byLetter[letter];
    return figures ? [line(letter, figures)] : [];
  });
  return [
    `${people} names of people; shares in per cent.`,
    "      others passed correct.  true  right  alone followed raised  in all",
    line("all", evaluation),
    ...rows,
    `Right letters watched as by a camera: ${watched}, left alone ${percent(watchedLeftAlone).trim()} %.`,
    `Most often untrue: ${untrue.map(({ what, count }) => `${what} (${count})`).join("; ")}.`,
  ].join("\n");
}
