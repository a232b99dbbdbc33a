export type { MetricDescription } from "./metrics.ts";
export { describeMetrics, metricsTable } from "./metrics-table.ts";
