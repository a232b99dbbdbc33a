import type { Timers } from "@signify/core";

/** What lines are written to, never waiting for a reader: Bun's own file sink is one. */
export type LineSink = {
  /** Takes a text, or throws. A promise settles once the reader has made room for it, and rejects when there is none. */
  write(text: string): unknown;
  /** Passes on what was taken; answers as `write` does. */
  flush(): unknown;
};

/** Writes lines in their order, and drops rather than waits. */
export type LineWriter = {
  /** Takes a line with its end. Never throws and never waits. */
  write(line: string): void;
  /** Lines lost so far: the disk was full, the reader gone, or too many waited for it. */
  readonly dropped: number;
  /** Settles when no line waits any more, at the latest after `deadline` milliseconds. */
  flush(deadline: number): Promise<void>;
};

/** Options of {@link createLineWriter}. */
export type LineWriterOptions = {
  /** Opens the sink, and another when its reader has gone while a line waited: Bun's then takes all and writes none. */
  open: () => LineSink;
  timers: Timers;
  /** Lines kept for a reader that does not read; the oldest are dropped first, since the last one says how it ended. */
  maxWaiting: number;
};

/** Makes a {@link LineWriter}. */
export function createLineWriter({ open, timers, maxWaiting }: LineWriterOptions): LineWriter {
  const waiting: string[] = [];
  let sink: LineSink | undefined;
  let underWay: Promise<void> | undefined;
  let dropped = 0;
  /** The line before may be there in part. */
  let isCut = false;

  const drop = () => {
    dropped += 1;
    isCut = true;
  };

  const send = (line: string) => {
    try {
      sink ??= open();
      const pending = [sink.write(isCut ? `\n${line}` : line), sink.flush()].filter(
        (result) => result instanceof Promise,
      );
      isCut = false;
      if (pending.length > 0) underWay = Promise.all(pending).then(sendWaiting, startAnew);
    } catch {
      drop();
    }
  };

  const sendWaiting = () => {
    underWay = undefined;
    while (!underWay) {
      const line = waiting.shift();
      if (line === undefined) return;
      send(line);
    }
  };

  const startAnew = () => {
    drop();
    sink = undefined;
    sendWaiting();
  };

  return {
    write(line) {
      if (!underWay) return send(line);
      waiting.push(line);
      if (waiting.length <= maxWaiting) return;
      waiting.shift();
      dropped += 1;
    },
    get dropped() {
      return dropped;
    },
    async flush(deadline) {
      let isLate = false;
      const late = Promise.withResolvers<void>();
      const cancel = timers.after(deadline, () => {
        isLate = true;
        late.resolve();
      });
      while (underWay && !isLate) await Promise.race([underWay, late.promise]);
      cancel();
    },
  };
}
