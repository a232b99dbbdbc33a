import { backgroundTimers } from "@signify/core";
import pino from "pino";
import { createLineWriter, type LineWriter } from "./line-writer.ts";
import { openStandardOutput } from "./open-standard-output.ts";

/** A program's structured log: counts, codes and times, never addresses or contents. */
export type Log = pino.Logger & {
  /** Where its lines go: flush it before the process ends. */
  readonly output: LineWriter;
};

/** About 200 kB. */
const maxWaiting = 1000;

/** JSON lines on standard output, at once where there is room, and without waiting for it where there is none. */
export function createLog(level: string): Log {
  const output = createLineWriter({ open: openStandardOutput, timers: backgroundTimers, maxWaiting });
  return Object.assign(pino({ level, base: null }, output), { output });
}
