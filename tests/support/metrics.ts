import { until } from "./with-deadline.ts";

/** The server's metrics by name and labels as Prometheus writes them, e.g. `signify_frames_total{outcome="answered"}`. */
export type MetricValues = Map<string, number>;

/** Reads `/metrics`. */
export async function readMetrics(server: { page: string }): Promise<MetricValues> {
  const text = await (await fetch(new URL("/metrics", server.page))).text();
  const values: MetricValues = new Map();
  for (const line of text.split("\n")) {
    const space = line.lastIndexOf(" ");
    if (space > 0 && !line.startsWith("#")) values.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return values;
}

/** The sum over all labels of a metric. */
export function sumOf(values: MetricValues, name: string): number {
  let sum = 0;
  for (const [key, value] of values) if (key === name || key.startsWith(`${name}{`)) sum += value;
  return sum;
}

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
      sumOf(values, "signify_connections") === 0 &&
      sumOf(values, "signify_frames_total") === sumOf(values, "signify_frames_accepted_total"),
  );
}
