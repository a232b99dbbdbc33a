import type { Timing } from "../timing.ts";

/** Options of {@link createKeepAlive}. */
export type KeepAliveOptions = {
  timing: Timing;
  /** Milliseconds of silence after which the server is asked for a sign of life. */
  interval: number;
  /** Milliseconds without any answer after which the connection counts as lost. */
  timeout: number;
  ping: () => void;
  /** The server is late with its answer, or it has answered after all. */
  onSilent: (silent: boolean) => void;
  onLost: () => void;
};

/** Watches one connection. */
export type KeepAlive = {
  /** Something came from the server. */
  heard(): void;
  /** Something was sent that the server answers. */
  asked(): void;
  stop(): void;
};

/** Milliseconds between two looks at the clock. */
const tick = 500;
/** Milliseconds without an answer after which the user should know. */
const patience = 1500;

/**
 * Notices a connection that is dead without having been closed, as after a tunnel. It looks at the clock twice a
 * second instead of arming a timer for each message, so a computer that wakes from sleep is asked first, not cut off.
 */
export function createKeepAlive(options: KeepAliveOptions): KeepAlive {
  const { clock, timers } = options.timing;
  let heardAt = clock();
  let askedAt: number | undefined;
  let lookedAt = clock();
  let silent = false;
  let cancel = () => {};

  const setSilent = (now: boolean) => {
    if (silent === now) return;
    silent = now;
    options.onSilent(now);
  };
  const look = () => {
    const now = clock();
    const overslept = now - lookedAt > 4 * tick || now < lookedAt;
    lookedAt = now;
    cancel = timers.after(tick, look);
    if (overslept && askedAt !== undefined) askedAt = now;
    if (askedAt === undefined) {
      if (now - heardAt < options.interval && now >= heardAt) return;
      askedAt = now;
      options.ping();
    } else if (now - askedAt >= options.timeout) {
      cancel();
      options.onLost();
    } else if (now - askedAt >= patience) {
      setSilent(true);
    }
  };
  cancel = timers.after(tick, look);

  return {
    heard() {
      heardAt = clock();
      askedAt = undefined;
      setSilent(false);
    },
    asked() {
      askedAt ??= clock();
    },
    stop: () => cancel(),
  };
}
