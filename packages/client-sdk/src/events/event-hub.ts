import type { ClientEvent, ClientEventOf } from "./client-event.ts";
import { createEventQueue, type EventQueue } from "./event-queue.ts";

/** Hears the events of one type. */
export type Listener<Type extends ClientEvent["type"]> = (event: ClientEventOf<Type>) => void;

/** What hears a client's events from the first one on, by their types. */
export type Listeners = { [Type in ClientEvent["type"]]?: Listener<Type> | undefined };

/** Where a client's events go: to listeners by type, and to any number of `for await` loops. */
export type EventHub = {
  emit(event: ClientEvent): void;
  on<Type extends ClientEvent["type"]>(type: Type, listener: Listener<Type>): () => void;
  events(): AsyncIterableIterator<ClientEvent>;
  /** Takes back unread letters, because a new target was set. */
  forgetLetters(): void;
  /** Ends every loop, with an error if there is one, and lets the listeners go. */
  end(error?: Error): void;
  /** Listeners and loops that are attached. */
  readonly size: number;
};

/** Unread events that one loop may have waiting. */
const queueCapacity = 64;

/** Makes an {@link EventHub}. A listener that throws harms nobody else; its error comes up as uncaught. */
export function createEventHub(first: Listeners = {}): EventHub {
  const listeners = new Set<{ type: string; hear: (event: ClientEvent) => void }>();
  const queues = new Set<EventQueue>();
  let ended: { error?: Error } | undefined;

  const hub: EventHub = {
    emit(event) {
      for (const queue of queues) queue.push(event);
      for (const { type, hear } of [...listeners]) {
        if (type !== event.type) continue;
        try {
          hear(event);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
    on(type, listener) {
      const entry = { type, hear: listener as (event: ClientEvent) => void };
      if (!ended) listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    events() {
      const queue = createEventQueue(queueCapacity, () => queues.delete(queue));
      if (ended) queue.end(ended.error);
      else queues.add(queue);
      return queue.iterator;
    },
    forgetLetters() {
      for (const queue of queues) queue.forgetLetters();
    },
    end(error) {
      if (ended) return;
      ended = error ? { error } : {};
      for (const queue of queues) queue.end(error);
      queues.clear();
      listeners.clear();
    },
    get size() {
      return listeners.size + queues.size;
    },
  };
  for (const [type, listener] of Object.entries(first)) {
    if (listener) hub.on(type as ClientEvent["type"], listener as Listener<ClientEvent["type"]>);
  }
  return hub;
}
