export { launchInVain, type VainLaunch } from "./launch-in-vain.ts";
export { type LaunchedServer, type LaunchOptions, launchServer } from "./launch-server.ts";
export { type MetricValues, readMetrics, sumOfMetric } from "./read-metrics.ts";
export type { LogLine } from "./server-log.ts";
export type { ServerProcessOptions } from "./spawn-server.ts";
