import type { Registry } from "prom-client";

/** What can be read of a metric without a value. */
export type MetricDescription = { name: string; type: string; labelNames: readonly string[]; help: string };

/** Every metric of a registry, without a value. */
export function describeRegistry(registry: Registry): MetricDescription[] {
  // prom-client's metrics have their label names, but its types do not say so.
  return registry.getMetricsAsArray() as unknown as MetricDescription[];
}

/** A table of metrics in Markdown, generated from the metrics themselves. */
export function metricsTable(metrics: readonly MetricDescription[]): string {
  const rows = metrics.map(
    ({ name, type, labelNames, help }) =>
      `| \`${name}\` | ${type} | ${labelNames.map((label) => `\`${label}\``).join(", ") || "–"} | ${help} |`,
  );
  return ["| metric | kind | labels | what it is |", "|---|---|---|---|", ...rows].join("\n");
}
