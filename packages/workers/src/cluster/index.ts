export { type Borrower, type BorrowerOptions, borrowProcesses } from "./borrow-processes.ts";
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
export { type Lender, type LenderOptions, lendProcesses, type OfferEnd } from "./lend-processes.ts";
export type { LossReason } from "./remote-process.ts";
export { type Subjects, subjectsOf } from "./subjects.ts";
