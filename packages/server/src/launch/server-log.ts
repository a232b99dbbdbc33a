import { createInterface } from "node:readline";
import { Readable } from "node:stream";

/** One line of the server's log. What is no JSON object is a line with nothing but its text as `msg`. */
export type LogLine = { msg: string } & Record<string, unknown>;

/** A log while it is written. */
export type ServerLog = {
  /** What was logged so far. */
  readonly lines: readonly LogLine[];
  /** The first line with this message, as soon as it is there; `undefined` once the log has ended without it. */
  first(message: string): Promise<LogLine | undefined>;
  /** Settles when the log was read to its end. */
  readonly ended: Promise<void>;
};

/** Reads JSON lines as they come. */
export function readServerLog(output: ReadableStream<Uint8Array>): ServerLog {
  const lines: LogLine[] = [];
  const listeners = new Set<(line: LogLine) => void>();
  const read = async () => {
    for await (const text of createInterface({ input: Readable.fromWeb(output as never) })) {
      const line = parseLogLine(text);
      lines.push(line);
      for (const listener of listeners) listener(line);
    }
  };
  const ended = read();
  return {
    lines,
    first: (message) =>
      new Promise((resolve) => {
        const look = (line: LogLine) => {
          if (line.msg === message) resolve(line);
        };
        lines.forEach(look);
        listeners.add(look);
        ended.then(() => resolve(undefined));
      }),
    ended,
  };
}

function parseLogLine(text: string): LogLine {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === "object" && line !== null && "msg" in line) return line as LogLine;
  } catch {
    // Told as it is: a library may write to standard output too.
  }
  return { msg: text };
}
