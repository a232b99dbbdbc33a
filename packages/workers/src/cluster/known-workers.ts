import type { Clock } from "@signify/core";
import { announcementInterval } from "./announce-worker.ts";
import type { Engine } from "./engine.ts";
import { differenceOf, type Identity } from "./identity.ts";
import { decodeMessage, encodeMessage } from "./message-codec.ts";
import type { ClusterMessageOf } from "./messages.ts";
import { workersSubject } from "./subjects.ts";

/** Options of {@link knowWorkers}. */
export type KnownWorkersOptions = {
  engine: Engine;
  prefix: string;
  identity: Identity;
  clock: Clock;
  /** A worker is there that would read pictures otherwise; told once of each, and in what it is unlike. */
  onRefused: (worker: string, because: string) => void;
  /** Workers that are remembered at most: nobody can fill the memory of a server with names. Default 10,000. */
  most?: number;
};

/** How many workers a server knows of, and how many processes they have. */
export type WorkerCount = { workers: number; refused: number; processes: number; free: number };

/** What a server knows of the workers of its cluster: what they said of themselves. */
export type KnownWorkers = { count(): WorkerCount; stop(): void };

/** A worker that has missed so many announcements is not there any more. */
const missed = 3.5;

type Entry = Pick<ClusterMessageOf<"here">, "processes" | "free"> & { seenAt: number; isRefused: boolean };

/** Listens to what workers say of themselves. It decides nothing: those who are unlike have no subject in common. */
export function knowWorkers(options: KnownWorkersOptions): KnownWorkers {
  const { engine, prefix, identity, clock, onRefused, most = 10_000 } = options;
  const known = new Map<string, Entry>();
  const forget = () => {
    for (const [id, { seenAt }] of known)
      if (clock() - seenAt > missed * announcementInterval) known.delete(id);
  };

  const stop = engine.subscribe(workersSubject(prefix), ({ data, reply }) => {
    const message = decodeMessage(data)?.message;
    if (message?.type === "gone") known.delete(message.id);
    if (message?.type !== "here") return;
    const { id, processes, free } = message;
    if (!known.has(id)) forget();
    if (known.size >= most && !known.has(id)) return;
    const because = differenceOf(message.identity, identity);
    if (because && !known.get(id)?.isRefused) onRefused(id, because);
    if (because && reply) engine.publish(reply, encodeMessage({ type: "refused", because }));
    known.set(id, { processes, free, seenAt: clock(), isRefused: because !== undefined });
  });

  return {
    count() {
      forget();
      const entries = [...known.values()];
      const like = entries.filter(({ isRefused }) => !isRefused);
      return {
        workers: like.length,
        refused: entries.length - like.length,
        processes: like.reduce((sum, { processes }) => sum + processes, 0),
        free: like.reduce((sum, { free }) => sum + free, 0),
      };
    },
    stop,
  };
}
