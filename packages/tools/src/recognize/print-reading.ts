import type { Letter } from "@signify/core";
import type { Reading } from "./reader.ts";

/** A reading with its path, the time it took, and the letter that the path is named for. */
export type TimedReading = Reading & { path: string; milliseconds: number; wanted?: Letter };

/** One line of JSON. */
export function readingAsJson({
  path,
  hands,
  letter,
  probability,
  milliseconds,
  wanted,
  passed = false,
  error,
}: TimedReading): string {
  const rounded = probability === null ? null : Math.round(probability * 1e4) / 1e4;
  const time = Math.round(milliseconds * 100) / 100;
  return JSON.stringify({
    path,
    hands,
    letter,
    probability: rounded,
    milliseconds: time,
    ...(wanted && { wanted, passed }),
    ...(error && { error }),
  });
}

/** One row of the table; `width` is that of the longest path. */
export function readingAsRow(reading: TimedReading, width: number): string {
  const { path, hands, letter, probability, milliseconds, error } = reading;
  const cells = [
    path.padEnd(width),
    String(hands).padStart(5),
    (letter ?? "–").padStart(6),
    (probability === null ? "–" : probability.toFixed(3)).padStart(11),
    milliseconds.toFixed(1).padStart(8),
  ];
  return error ? `${cells.join("  ")}  ${error}` : cells.join("  ");
}

/** The table's head. */
export function readingHead(width: number): string {
  return ["path".padEnd(width), "hands", "letter", "probability", "      ms"].join("  ");
}
