import { constants, openSync, writeSync } from "node:fs";
import { isatty } from "node:tty";
import type { LineSink } from "./line-writer.ts";

/** Standard output as a sink that never waits: a pipe, a socket or a file by Bun's sink, which waits for a terminal only. */
export function openStandardOutput(): LineSink {
  return isatty(1) ? openTerminal() : Bun.stdout.writer();
}

/** A terminal that is held (Ctrl-S) takes no more; what comes then is lost. */
function openTerminal(): LineSink {
  try {
    // Opened again, because the flag would otherwise be set for everyone who shares the terminal.
    const flags = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
    const terminal = openSync("/dev/fd/1", flags);
    return { write: (text) => writeSync(terminal, text), flush() {} };
  } catch {
    return Bun.stdout.writer(); // Another user's, after `su`.
  }
}
