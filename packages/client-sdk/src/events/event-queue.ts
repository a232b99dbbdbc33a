import type { ClientEvent } from "./client-event.ts";

/** What one reader of `events()` has not read yet. */
export type EventQueue = {
  readonly iterator: AsyncIterableIterator<ClientEvent>;
  push(event: ClientEvent): void;
  /** Forgets unread events that are about letters. */
  forgetLetters(): void;
  /** Nothing more comes: the reader gets what is left, then the end, or the error. */
  end(error?: Error): void;
};

const letterEvents = ["prediction", "status", "landmarks", "correction"];
const aboutLetters = (event: ClientEvent) => letterEvents.includes(event.type);

/**
 * A bounded queue for one `for await` loop. A reader that falls behind loses the oldest events about letters, and
 * one about the state of the client only when nothing else is left to lose.
 */
export function createEventQueue(capacity: number, onReturn: () => void): EventQueue {
  let unread: ClientEvent[] = [];
  let ended = false;
  let failure: Error | undefined;
  let wake: (() => void)[] = [];

  const notify = () => {
    const sleepers = wake;
    wake = [];
    for (const resolve of sleepers) resolve();
  };
  const end = (error?: Error) => {
    if (ended) return;
    ended = true;
    failure = error;
    notify();
  };

  const iterator: AsyncIterableIterator<ClientEvent> = {
    async next() {
      // The event is taken when the reader wakes, not when it came: in between it may have become stale.
      while (unread.length === 0 && !ended) await new Promise<void>((resolve) => wake.push(resolve));
      const event = unread.shift();
      if (event) return { done: false, value: event };
      const error = failure;
      failure = undefined;
      if (error) throw error;
      return { done: true, value: undefined };
    },
    async return() {
      unread = [];
      end();
      onReturn();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };

  return {
    iterator,
    push(event) {
      if (ended) return;
      unread.push(event);
      if (unread.length > capacity) {
        const oldest = unread.findIndex(aboutLetters);
        unread.splice(Math.max(0, oldest), 1);
      }
      notify();
    },
    forgetLetters() {
      unread = unread.filter((event) => !aboutLetters(event));
    },
    end,
  };
}
