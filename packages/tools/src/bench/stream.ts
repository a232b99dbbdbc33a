import type { BenchClient } from "./bench-client.ts";

/** Sends to all clients at a steady rate for each, spread over the interval, until the time is over. */
export async function stream(
  clients: readonly BenchClient[],
  picture: Uint8Array,
  framesPerSecond: number,
  seconds: number,
): Promise<void> {
  const start = performance.now();
  const gap = 1000 / (framesPerSecond * clients.length);
  for (let frame = 0; frame < seconds * framesPerSecond * clients.length; frame++) {
    const wait = start + frame * gap - performance.now();
    if (wait > 1) await Bun.sleep(wait);
    clients[frame % clients.length]?.send(picture);
  }
}
