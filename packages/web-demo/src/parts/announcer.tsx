import { signal } from "@preact/signals";

const spoken = signal("");
/** Milliseconds between two announcements: a screen reader that is interrupted again and again says nothing. */
const pace = 1800;
let lastAt = Number.NEGATIVE_INFINITY;
let waiting: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells screen readers something, politely. Of several in a short time the last one is told. */
export function announce(text: string): void {
  waiting = text;
  if (timer !== undefined) return;
  timer = setTimeout(
    () => {
      timer = undefined;
      if (waiting === undefined || waiting === spoken.value) return;
      spoken.value = waiting;
      waiting = undefined;
      lastAt = performance.now();
    },
    Math.max(0, lastAt + pace - performance.now()),
  );
}

/** Where announcements are spoken from; once per page. */
export function Announcer() {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {spoken.value}
    </div>
  );
}
