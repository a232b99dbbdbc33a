import { systemClock, systemTimers } from "@signify/core";
import { createAnnouncer } from "./create-announcer.ts";

const { spoken, announce } = createAnnouncer({ clock: systemClock, timers: systemTimers });

/** Tells this page's screen readers something. */
export { announce };

/** Where announcements are spoken from; once per page. */
export function Announcer() {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {spoken.value}
    </div>
  );
}
