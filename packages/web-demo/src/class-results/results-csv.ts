import type { HandIn } from "../handing-in/hand-in.ts";
import { texts } from "../texts/texts.ts";

/** Every letter of every hand-in as one line of RFC 4180 CSV, with a byte order mark so that spreadsheets read UTF-8. */
export function resultsCsv(handIns: readonly HandIn[], nameOf: (handIn: HandIn) => string): string {
  const lines = handIns.flatMap((handIn) =>
    handIn.results.flatMap(({ item, letters }) =>
      letters.map(({ letter, outcome, time, seenInstead }) => [
        nameOf(handIn),
        handIn.task,
        handIn.title,
        handIn.finishedAt,
        item,
        letter,
        texts.results.csvOutcomes[outcome],
        (time / 1000).toFixed(1),
        Object.entries(seenInstead)
          .map(([seen, count]) => `${seen}×${count}`)
          .join(" "),
      ]),
    ),
  );
  return `\uFEFF${[Object.values(texts.results.csvColumns), ...lines].map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/**
 * One cell. Spreadsheets run a cell that begins with =, +, -, @, a tab or a line break as a formula, and a nickname
 * is typed by anybody: such a cell gets an apostrophe in front (OWASP, "CSV injection").
 */
export function csvCell(text: string): string {
  const harmless = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
