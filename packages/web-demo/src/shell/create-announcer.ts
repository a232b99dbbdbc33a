import { type ReadonlySignal, signal } from "@preact/signals";
import type { Clock, Timers } from "@signify/core";

/** Tells screen readers what happens, politely. */
export type Announcements = {
  /** What is to be spoken now. */
  spoken: ReadonlySignal<string>;
  /**
   * Has something spoken. Of several in a short time the last one is, and before it those that are not to be missed; what
   * these come after is over.
   */
  announce(text: string, options?: { unmissed?: boolean }): void;
};

/** Milliseconds between two announcements: a screen reader that is interrupted again and again says nothing. */
const pace = 1800;

/** Announcements at a pace that a screen reader can follow. */
export function createAnnouncer({ clock, timers }: { clock: Clock; timers: Timers }): Announcements {
  const spoken = signal("");
  let lastAt = Number.NEGATIVE_INFINITY;
  let unmissed: string[] = [];
  let last = "";
  let isWaiting = false;

  const speak = () => {
    const text = [...unmissed, last].filter((part) => part !== "").join(" ");
    [unmissed, last, isWaiting] = [[], "", false];
    if (text === "" || text === spoken.value) return;
    spoken.value = text;
    lastAt = clock();
  };
  return {
    spoken,
    announce(text, options) {
      if (!isWaiting) timers.after(Math.max(0, lastAt + pace - clock()), speak);
      isWaiting = true;
      if (options?.unmissed) unmissed.push(text);
      last = options?.unmissed ? "" : text;
    },
  };
}
