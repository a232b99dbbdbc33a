export { describeWorkerMetrics } from "./worker-metrics.ts";
export { readWorkerSettings, WorkerSettings } from "./worker-settings.ts";
