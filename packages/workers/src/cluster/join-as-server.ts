import type { Clock, Timers } from "@signify/core";
import type { VisionSettings } from "@signify/vision";
import type { FreeProcess } from "../processes/free-process.ts";
import type { ClusterSettings } from "../settings/cluster-settings.ts";
import { borrowProcesses } from "./borrow-processes.ts";
import { connectEngine } from "./connect-engine.ts";
import { fingerprintOf, identityOf } from "./identity.ts";
import { knowWorkers, type WorkerCount } from "./known-workers.ts";
import type { LossReason } from "./remote-process.ts";
import { subjectsOf } from "./subjects.ts";

/** What a server is told of its cluster. Counts, times and names of workers; never what a picture shows. */
export type ClusterObserver = {
  /** The engine is reached, for the first time or again. */
  found(): void;
  /** It is not reached any more, or was not at the first try. */
  lost(): void;
  /** A worker is there that would read pictures otherwise. */
  workerRefused(worker: string, because: string): void;
  /** A process was offered, and a connection was there for it or not. */
  offered(isTaken: boolean): void;
  /** A picture was answered: milliseconds from sending it, and how many of those the worker had it. */
  answered(milliseconds: number, took: number): void;
  /** The answer to a picture is not waited for any more. */
  pictureLost(reason: LossReason): void;
};

/** Options of {@link joinAsServer}. */
export type ServerPartOptions = {
  settings: ClusterSettings;
  vision: VisionSettings;
  clock: Clock;
  timers: Timers;
  /** Milliseconds for one picture. */
  timeout: number;
  /** Gives a process to a connection that waits; false where none does. */
  lend: (process: FreeProcess) => boolean;
  observer: ClusterObserver;
};

/** A server's part in a cluster. */
export type ServerPart = {
  readonly isConnected: boolean;
  /** What workers said of themselves. */
  count(): WorkerCount;
  /** How many connections wait for a process that this machine cannot give them now. */
  want(count: number): void;
  /** Fails the pictures in hand, and ends the connection. */
  stop(): Promise<void>;
};

/**
 * Looks for the cluster, and borrows its processes as long as it is there.
 * @throws SettingError when a file that the settings name cannot be read; SignifyError when a network is missing
 */
export function joinAsServer(options: ServerPartOptions): ServerPart {
  const { settings, vision, clock, timers, observer } = options;
  const identity = identityOf(vision);
  const prefix = settings.NATS_PREFIX;
  const id = crypto.randomUUID().slice(0, 8);
  let waiting = 0;
  const engine = connectEngine({
    settings,
    name: `signify server ${id}`,
    timers,
    onFound() {
      observer.found();
      borrower.want(waiting);
    },
    onLost() {
      observer.lost();
      borrower.forgetAll();
    },
  });
  const borrower = borrowProcesses({
    ...options,
    engine,
    subjects: subjectsOf(prefix, fingerprintOf(identity)),
    id,
    onOffer: observer.offered,
    onAnswer: observer.answered,
    onLost: observer.pictureLost,
  });
  const workers = knowWorkers({ engine, prefix, identity, clock, onRefused: observer.workerRefused });
  return {
    get isConnected() {
      return engine.isConnected;
    },
    count: workers.count,
    want(count) {
      waiting = count;
      borrower.want(count);
    },
    async stop() {
      borrower.stop();
      workers.stop();
      await engine.close();
    },
  };
}
