import type { SignifyClient } from "../client.ts";
import type { ClientEvent } from "../events/client-event.ts";

const types = ["prediction", "status", "landmarks", "correction", "target", "error", "state"] as const;

/** Everything that a client tells its listeners from now on, in a list that grows. */
export function recordEvents(client: Pick<SignifyClient, "on">): ClientEvent[] {
  const events: ClientEvent[] = [];
  for (const type of types) client.on(type, (event) => events.push(event));
  return events;
}

/** The letters among events. */
export function lettersOf(events: ClientEvent[]): string[] {
  return events.flatMap((event) => (event.type === "prediction" ? [event.letter] : []));
}

/** The states among events: each by its reason, if it has one. */
export function statesOf(events: ClientEvent[]): string[] {
  return events.flatMap((event) => (event.type === "state" ? [event.reason ?? event.state] : []));
}
