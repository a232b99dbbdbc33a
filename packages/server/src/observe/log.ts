import pino from "pino";

/** The server's structured log: counts, codes and times, never addresses or contents. */
export type Log = pino.Logger;

/** JSON lines on standard output, written at once, so that the last line is there when the process ends. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ fd: 1, sync: true }));
}
