export {
  type ClusterObserver,
  joinAsServer,
  type ServerPart,
  type ServerPartOptions,
} from "./join-as-server.ts";
export {
  joinAsWorker,
  type LendingObserver,
  type WorkerPart,
  type WorkerPartOptions,
} from "./join-as-worker.ts";
export type { WorkerCount } from "./known-workers.ts";
export type { OfferEnd } from "./lend-processes.ts";
export type { LossReason } from "./remote-process.ts";
