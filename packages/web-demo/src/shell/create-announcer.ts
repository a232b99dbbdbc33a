import { type ReadonlySignal, signal } from "@preact/signals";
import type { Clock, Timers } from "@signify/core";

/** Tells screen readers what happens, politely. */
export type Announcements = {
  /** What is to be spoken now. */
  spoken: ReadonlySignal<string>;
  /** Has something spoken. Of several in a short time the last one is. */
  announce(text: string): void;
};

/** Milliseconds between two announcements: a screen reader that is interrupted again and again says nothing. */
const pace = 1800;

/** Announcements at a pace that a screen reader can follow. */
export function createAnnouncer({ clock, timers }: { clock: Clock; timers: Timers }): Announcements {
  const spoken = signal("");
  let lastAt = Number.NEGATIVE_INFINITY;
  let next: string | undefined;

  const speak = () => {
    const text = next;
    next = undefined;
    if (text === undefined || text === spoken.value) return;
    spoken.value = text;
    lastAt = clock();
  };
  return {
    spoken,
    announce(text) {
      if (next === undefined) timers.after(Math.max(0, lastAt + pace - clock()), speak);
      next = text;
    },
  };
}
