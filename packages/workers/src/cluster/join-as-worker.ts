import type { Clock, Timers } from "@signify/core";
import type { VisionSettings } from "@signify/vision";
import type { FreeProcess } from "../processes/free-process.ts";
import type { ClusterSettings } from "../settings/cluster-settings.ts";
import { announceWorker } from "./announce-worker.ts";
import { connectEngine } from "./connect-engine.ts";
import { fingerprintOf, identityOf } from "./identity.ts";
import { lendProcesses, type OfferEnd } from "./lend-processes.ts";
import { subjectsOf } from "./subjects.ts";

/** What a worker is told of its cluster. */
export type LendingObserver = {
  /** The engine is reached, for the first time or again. */
  found(): void;
  /** It is not reached any more, or was not at the first try. */
  lost(): void;
  /** A server said why it takes nothing from this worker. */
  refused(because: string): void;
  /** An offer of a process ended. */
  offered(end: OfferEnd): void;
  /** A picture was looked at, or could not be; milliseconds from its arrival to the answer. */
  looked(wasRead: boolean, milliseconds: number): void;
  /** A message was none that belongs there. */
  nonsense(): void;
};

/** Options of {@link joinAsWorker}. */
export type WorkerPartOptions = {
  settings: ClusterSettings;
  vision: VisionSettings;
  /** Like nobody else's. */
  id: string;
  clock: Clock;
  timers: Timers;
  /** Vision processes whose networks are loaded. */
  ready: () => number;
  observer: LendingObserver;
};

/** A worker's part in a cluster. */
export type WorkerPart = {
  readonly isConnected: boolean;
  /** Processes that are free. */
  readonly free: number;
  /** A process is free: it is offered until somebody has a picture for it. */
  take(process: FreeProcess): void;
  /** Offers nothing more, and says that it goes. */
  withdraw(): void;
  /** Ends the connection; what was said before still arrives. */
  close(): Promise<void>;
};

/**
 * Looks for the cluster, and lends it this machine's processes as long as it is there.
 * @throws SettingError when a file that the settings name cannot be read; SignifyError when a network is missing
 */
export function joinAsWorker(options: WorkerPartOptions): WorkerPart {
  const { settings, vision, id, timers, ready, observer } = options;
  const identity = identityOf(vision);
  const prefix = settings.NATS_PREFIX;
  const engine = connectEngine({
    settings,
    name: `signify vision worker ${id}`,
    timers,
    onFound() {
      observer.found();
      lender.startAnew();
    },
    onLost: observer.lost,
  });
  const lender = lendProcesses({
    ...options,
    engine,
    subjects: subjectsOf(prefix, fingerprintOf(identity)),
    onOffer: observer.offered,
    onLooked: observer.looked,
    onNonsense: observer.nonsense,
  });
  const sayGone = announceWorker({
    engine,
    prefix,
    id,
    identity,
    timers,
    count: () => ({ processes: ready(), free: lender.free }),
    onRefused: observer.refused,
  });
  return {
    get isConnected() {
      return engine.isConnected;
    },
    get free() {
      return lender.free;
    },
    take: lender.take,
    withdraw() {
      sayGone();
      lender.withdraw();
    },
    close: engine.close,
  };
}
