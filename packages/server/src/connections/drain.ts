import type { Timers } from "@signify/core";
import type { Connection } from "./connection.ts";

/** Options of {@link drain}. */
export type DrainOptions = {
  /** Time to go elsewhere; 0 gives none. */
  seconds: number;
  /** Who is inside now. */
  connections: Iterable<Pick<Connection, "announceEnd">>;
  /** Settles when the last one has left. */
  emptied: Promise<void>;
  timers: Timers;
};

/** Tells everybody inside that the server stops, and settles when all have left or their time is over. */
export async function drain({ seconds, connections, emptied, timers }: DrainOptions): Promise<void> {
  if (seconds === 0) return;
  for (const connection of connections) connection.announceEnd(seconds);
  const over = Promise.withResolvers<void>();
  const cancel = timers.after(seconds * 1000, over.resolve);
  await Promise.race([emptied, over.promise]);
  cancel();
}
