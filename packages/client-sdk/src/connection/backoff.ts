/** Options of {@link backoff}. */
export type BackoffOptions = {
  /** Failed attempts in a row so far, at least 1. */
  attempt: number;
  /** Whether the server asked for patience, because it is full. */
  full: boolean;
  random: () => number;
};

const first = 100;
const brief = 1000;
const long = 10_000;
/** Attempts at the brief interval: the first minute or so of an outage, in which people are waiting. */
const briefAttempts = 60;

/**
 * Milliseconds until the next attempt: doubling from 100 ms to one second, and after a minute to ten. The upper half
 * is left to chance, so that the clients of a server that comes back do not come all at once. A full server is
 * given two seconds from the start.
 */
export function backoff({ attempt, full, random }: BackoffOptions): number {
  const doubled = first * 2 ** Math.min(attempt - 1, 20);
  const ceiling = attempt <= briefAttempts ? Math.min(doubled, brief) : long;
  const delay = full ? Math.min(long, Math.max(doubled, 2 * brief) * 2) : ceiling;
  return delay / 2 + (random() * delay) / 2;
}
