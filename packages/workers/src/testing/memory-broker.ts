import type { Timers } from "@signify/core";
import type { Engine, EngineMessage } from "../cluster/engine.ts";

/** Options of {@link createMemoryBroker}. */
export type MemoryBrokerOptions = {
  timers: Timers;
  /** 0..1, below 1: which member of a group a message goes to. */
  random: () => number;
  /** Milliseconds from a client to the engine, and from it to a client. */
  latency?: number;
};

/** An engine's client that a test can cut off. */
export type MemoryEngine = Engine & {
  /** From now on nothing goes in or out; the engine forgets its subscriptions. */
  disconnect(): void;
  /** It is there again, with the subscriptions that it has by then. */
  reconnect(): void;
};

/** An engine in memory. */
export type MemoryBroker = {
  connect(): MemoryEngine;
  /** Messages that clients have published, and that were delivered to them, so far. */
  readonly published: number;
  readonly delivered: number;
};

type Subscription = {
  subject: string;
  group: string | undefined;
  receive: (message: EngineMessage) => void;
  /** Whether the engine still has its client's line. */
  isCut: () => boolean;
};

/**
 * NATS in memory as far as a cluster of ours uses it: what one client says is heard in its order, a message to a group
 * goes to one member picked by chance, and whoever writes to a subject on which nobody listens is told so.
 */
export function createMemoryBroker({ timers, random, latency = 0 }: MemoryBrokerOptions): MemoryBroker {
  const subscriptions = new Map<string, Set<Subscription>>();
  const count = { published: 0, delivered: 0 };

  const later = (work: () => void) => void timers.after(latency, work);
  const listenersOf = (subject: string): Subscription[] => {
    const wildcard = `${subject.slice(0, subject.lastIndexOf(".") + 1)}*`;
    return [subject, wildcard].flatMap((name) => [...(subscriptions.get(name) ?? [])]);
  };
  const deliver = (to: Subscription, message: EngineMessage) =>
    later(() => {
      if (to.isCut()) return;
      count.delivered += 1;
      to.receive(message);
    });
  const route = (message: EngineMessage) => {
    const listeners = listenersOf(message.subject);
    const alone = listeners.filter(({ group }) => group === undefined);
    const groups = Map.groupBy(
      listeners.filter(({ group }) => group !== undefined),
      ({ group }) => group,
    );
    const chosen = [...groups.values()].map((members) => members[Math.floor(random() * members.length)]);
    const receivers = [...alone, ...chosen].filter((one) => one !== undefined);
    for (const receiver of receivers) deliver(receiver, message);
    if (receivers.length > 0 || message.reply === undefined) return;
    route({ data: new Uint8Array(0), reply: undefined, isNobody: true, subject: message.reply });
  };
  const add = (subscription: Subscription) => {
    const { subject } = subscription;
    subscriptions.set(subject, (subscriptions.get(subject) ?? new Set()).add(subscription));
  };
  const remove = (subscription: Subscription) => {
    const others = subscriptions.get(subscription.subject);
    others?.delete(subscription);
    if (others?.size === 0) subscriptions.delete(subscription.subject);
  };

  return {
    get published() {
      return count.published;
    },
    get delivered() {
      return count.delivered;
    },
    connect() {
      const own = new Set<Subscription>();
      let isConnected = true;
      /** What was under way when the line was cut does not arrive. */
      let line = 0;
      const send = (work: () => void) => {
        const sentOn = line;
        later(() => {
          if (sentOn === line) work();
        });
      };
      return {
        get isConnected() {
          return isConnected;
        },
        maxLength: 1024 * 1024,
        publish(subject, data, reply) {
          if (!isConnected) return;
          count.published += 1;
          send(() => route({ data, reply, isNobody: false, subject }));
        },
        subscribe(subject, receive, { group } = {}) {
          const subscription: Subscription = { subject, group, receive, isCut: () => !isConnected };
          own.add(subscription);
          if (isConnected) send(() => add(subscription));
          return () => {
            own.delete(subscription);
            if (isConnected) send(() => remove(subscription));
          };
        },
        disconnect() {
          isConnected = false;
          line += 1;
          for (const subscription of own) remove(subscription);
        },
        reconnect() {
          isConnected = true;
          for (const subscription of own) send(() => add(subscription));
        },
        async close() {
          this.disconnect();
        },
      };
    },
  };
}
