/** The server's metrics by name and labels as Prometheus writes them, e.g. `signify_frames_total{outcome="answered"}`. */
export type MetricValues = ReadonlyMap<string, number>;

/** Reads the metrics of a running server, by the address of its page. */
export async function readMetrics({ page }: { page: string }): Promise<MetricValues> {
  return parseMetrics(await (await fetch(new URL("/metrics", page))).text());
}

/** Reads Prometheus's text format. */
export function parseMetrics(text: string): MetricValues {
  const values = new Map<string, number>();
  for (const line of text.split("\n")) {
    const space = line.lastIndexOf(" ");
    if (space > 0 && !line.startsWith("#")) values.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return values;
}

/** The sum of a metric over all its labels; 0 where there is none. */
export function sumOfMetric(values: MetricValues, name: string): number {
  let sum = 0;
  for (const [key, value] of values) if (key === name || key.startsWith(`${name}{`)) sum += value;
  return sum;
}
