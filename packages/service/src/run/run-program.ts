import type { Log } from "../log/log.ts";

/** A program that has begun to run. */
export type Running = {
  log: Log;
  /** What the log says beside "listening". */
  listening: object;
  /** Settles with what the log says beside "ready"; rejects when the program cannot get so far. */
  ready: Promise<object>;
  /** Ends it in order, and answers what the log's last line says. */
  stop(): Promise<object>;
};

/** Milliseconds for who reads the log to take its last lines. */
const readerDeadline = 500;

/**
 * Runs a program until a signal ends it: its log says "listening", "ready", "stopping" and, last, "stopped". One that
 * cannot start ends with one sentence on standard error and exit code 1.
 */
export function runProgram(start: () => Running): void {
  let stopping = false;
  const stop = async (signal: string) => {
    // Ctrl-C reaches the program from the terminal and again through whoever started it: once is enough.
    if (stopping) return;
    stopping = true;
    const { log } = running;
    log.info({ signal }, "stopping");
    log.info(await running.stop(), "stopped");
    await log.output.flush(readerDeadline);
    process.exit(0);
  };
  // Before anyone can hear that it listens: a signal from then on is a shutdown, not a sudden end.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(signal));

  const running = begin(start);
  running.log.info(running.listening, "listening");
  running.ready.then((said) => running.log.info(said, "ready"), refuseToStart);
}

function begin(start: () => Running): Running {
  try {
    return start();
  } catch (error) {
    refuseToStart(error);
  }
}

/** Ends the start with one sentence on standard error. */
function refuseToStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : "The program could not start."}\n`);
  process.exit(1);
}
