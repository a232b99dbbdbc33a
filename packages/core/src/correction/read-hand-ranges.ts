import { type Letter, letters } from "../letters/letters.ts";
import { featureNames } from "./hand-features.ts";
import type { HandRange, HandRanges, UsualRange } from "./hand-ranges.ts";

/**
 * Reads a parsed `hand-ranges.json`: `features` names the columns, `letters` has for each letter one row or several, of
 * [low, high] or null.
 * @throws Error when it lacks a letter, or is of another version.
 */
export function readHandRanges(value: unknown): HandRanges {
  const { features, letters: rows } = (value ?? {}) as {
    features?: unknown;
    letters?: Record<string, unknown>;
  };
  if (JSON.stringify(features) !== JSON.stringify(featureNames)) throw unusable();
  const byLetter = letters.map((letter) => [letter, readWays(rows?.[letter])] as const);
  return Object.fromEntries(byLetter) as Record<Letter, HandRange[]>;
}

function readWays(value: unknown): HandRange[] {
  if (!Array.isArray(value) || value.length === 0) throw unusable();
  return value.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== featureNames.length) throw unusable();
    const named = featureNames.flatMap((name, column) => {
      const range: unknown = row[column];
      return range === null ? [] : [[name, readRange(range)] as const];
    });
    return Object.fromEntries(named);
  });
}

function readRange(value: unknown): UsualRange {
  const [low, high] = Array.isArray(value) ? value : [];
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high)) throw unusable();
  return [low, high];
}

function unusable(): Error {
  return new Error(
    "Expected hand-ranges.json to have the features of this version and the ranges of every letter: take the file that belongs to it.",
  );
}
