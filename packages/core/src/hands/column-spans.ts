/** Columns from the first up to, but not including, the second. */
export type ColumnSpan = readonly [start: number, end: number];

/**
 * The columns of a row for which `low ≤ start + column · step < high`; all numbers are integers.
 * An empty span has equal ends, somewhere in 0 … count.
 */
export function columnsWithin(
  start: number,
  step: number,
  low: number,
  high: number,
  count: number,
): ColumnSpan {
  if (high <= low) return [0, 0];
  if (step === 0) return start >= low && start < high ? [0, count] : [0, 0];
  const first = step > 0 ? Math.ceil((low - start) / step) : Math.floor((high - start) / step) + 1;
  const end = step > 0 ? Math.ceil((high - start) / step) : Math.floor((low - start) / step) + 1;
  return ordered(clamp(first, count), clamp(end, count));
}

/** The columns that are in both spans. */
export function intersectSpans([start, end]: ColumnSpan, [otherStart, otherEnd]: ColumnSpan): ColumnSpan {
  return ordered(Math.max(start, otherStart), Math.min(end, otherEnd));
}

function ordered(start: number, end: number): ColumnSpan {
  return end > start ? [start, end] : [start, start];
}

function clamp(column: number, count: number): number {
  return Math.max(0, Math.min(count, column));
}
