import type { MetricDescription } from "@signify/service/observe";
import { stillSources } from "./gauges.ts";
import { createMetrics } from "./metrics.ts";

/** Every metric of the server, without a value. */
export function describeMetrics(): MetricDescription[] {
  return createMetrics(stillSources).describe();
}
