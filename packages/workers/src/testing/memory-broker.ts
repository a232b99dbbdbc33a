import type { Timers } from "@signify/core";
import type { Engine, EngineMessage } from "../cluster/engine.ts";
import { createLots, type Lots } from "./lots.ts";

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
  /** How often clients have begun or ceased to listen, so far. */
  readonly subscribed: number;
};

type Subscription = {
  subject: string;
  group: string | undefined;
  /** The engine forgets it with the first message. */
  onFirst: (() => void) | undefined;
  receive: (message: EngineMessage) => void;
  /** Whether the engine still has its client's line. */
  isCut: () => boolean;
};

/** Who listens on one subject: each alone, or as members of groups. */
type Listeners = { alone: Set<Subscription>; groups: Map<string, Lots<Subscription>> };

/**
 * NATS in memory as far as a cluster of ours uses it: what one client says is heard in its order, a message to a group
 * goes to one member picked by chance, and whoever writes to a subject on which nobody listens is told so.
 */
export function createMemoryBroker({ timers, random, latency = 0 }: MemoryBrokerOptions): MemoryBroker {
  const subjects = new Map<string, Listeners>();
  const count = { published: 0, delivered: 0, subscribed: 0 };

  const later = (work: () => void) => void timers.after(latency, work);
  const receiversOf = (subject: string): Subscription[] => {
    const wildcard = `${subject.slice(0, subject.lastIndexOf(".") + 1)}*`;
    return [subject, wildcard].flatMap((name) => {
      const listeners = subjects.get(name);
      if (!listeners) return [];
      const chosen = [...listeners.groups.values()].map((members) => members.draw());
      return [...listeners.alone, ...chosen].filter((one) => one !== undefined);
    });
  };
  const deliver = (to: Subscription, message: EngineMessage) =>
    later(() => {
      if (to.isCut()) return;
      count.delivered += 1;
      to.receive(message);
    });
  const route = (message: EngineMessage) => {
    const receivers = receiversOf(message.subject);
    for (const receiver of receivers) {
      receiver.onFirst?.();
      deliver(receiver, message);
    }
    if (receivers.length > 0 || message.reply === undefined) return;
    route({ data: new Uint8Array(0), reply: undefined, isNobody: true, subject: message.reply });
  };
  /** Where the engine keeps a subscription. */
  const roomOf = ({ subject, group }: Subscription) => {
    const listeners = subjects.get(subject) ?? { alone: new Set(), groups: new Map() };
    subjects.set(subject, listeners);
    if (group === undefined) return listeners.alone;
    const members = listeners.groups.get(group) ?? createLots(random);
    listeners.groups.set(group, members);
    return members;
  };

  return {
    get published() {
      return count.published;
    },
    get delivered() {
      return count.delivered;
    },
    get subscribed() {
      return count.subscribed;
    },
    connect() {
      /** What the client wants to hear, and what the engine knows of that. */
      const own = new Set<Subscription>();
      const known = new Set<Subscription>();
      let isConnected = true;
      /** What was under way when the line was cut does not arrive. */
      let line = 0;
      const send = (work: () => void) => {
        const sentOn = line;
        later(() => {
          if (sentOn === line) work();
        });
      };
      const add = (subscription: Subscription) =>
        send(() => {
          count.subscribed += 1;
          known.add(subscription);
          roomOf(subscription).add(subscription);
        });
      const forget = (subscription: Subscription) => {
        known.delete(subscription);
        roomOf(subscription).delete(subscription);
      };
      const remove = (subscription: Subscription) =>
        send(() => {
          count.subscribed += 1;
          forget(subscription);
        });
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
        subscribe(subject, receive, { group, once } = {}) {
          const subscription: Subscription = {
            subject,
            group,
            receive,
            isCut: () => !isConnected,
            onFirst: once
              ? () => {
                  own.delete(subscription);
                  forget(subscription);
                }
              : undefined,
          };
          own.add(subscription);
          if (isConnected) add(subscription);
          return () => {
            if (!own.delete(subscription)) return;
            if (isConnected) remove(subscription);
          };
        },
        disconnect() {
          isConnected = false;
          line += 1;
          for (const subscription of [...known]) forget(subscription);
        },
        reconnect() {
          isConnected = true;
          for (const subscription of own) add(subscription);
        },
        async close() {
          this.disconnect();
        },
      };
    },
  };
}
