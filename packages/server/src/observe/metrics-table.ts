import { stillSources } from "./gauges.ts";
import { createMetrics, type MetricDescription } from "./metrics.ts";

/** Every metric of the server, without a value. */
export function describeMetrics(): MetricDescription[] {
  return createMetrics(stillSources).describe();
}

/** The table of metrics in `docs/operations.md`, in Markdown, generated from the metrics themselves. */
export function metricsTable(): string {
  const rows = describeMetrics().map(
    ({ name, type, labelNames, help }) =>
      `| \`${name}\` | ${type} | ${labelNames.map((label) => `\`${label}\``).join(", ") || "–"} | ${help} |`,
  );
  return ["| metric | kind | labels | what it is |", "|---|---|---|---|", ...rows].join("\n");
}
