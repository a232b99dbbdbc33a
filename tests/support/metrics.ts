import { type MetricValues, readMetrics, sumOfMetric } from "@signify/server/launch";
import { until } from "./with-deadline.ts";

/** Waits until the metrics are as wanted, and answers them. */
export function metricsWhen(
  server: { page: string },
  what: string,
  isSo: (values: MetricValues) => boolean,
): Promise<MetricValues> {
  return until(what, async () => {
    const values = await readMetrics(server);
    return isSo(values) && values;
  });
}

/** Waits until nobody is connected and no frame is under way. */
export function metricsAtRest(server: { page: string }): Promise<MetricValues> {
  return metricsWhen(
    server,
    "the server to be at rest",
    (values) =>
      sumOfMetric(values, "signify_connections") === 0 &&
      sumOfMetric(values, "signify_frames_total") === sumOfMetric(values, "signify_frames_accepted_total"),
  );
}
