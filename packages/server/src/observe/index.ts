export { describeMetrics } from "./describe-metrics.ts";
