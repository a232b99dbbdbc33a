// Writes the generated parts of the documents: `bun run docs`. Tests fail when they are out of date.
import { describeMetrics } from "@signify/server/metrics";
import { Settings } from "@signify/server/settings";
import { metricsTable } from "@signify/service/observe";
import { settingsTable } from "@signify/service/settings";
import { describeWorkerMetrics, WorkerSettings } from "@signify/workers/program";

/** Replaces what stands between the marks of this name. */
async function write(path: string, name: string, table: string): Promise<void> {
  const document = new URL(`../${path}`, import.meta.url);
  const text = await Bun.file(document).text();
  const between = new RegExp(`(<!-- ${name}:start -->\\n)[^]*(<!-- ${name}:end -->)`);
  await Bun.write(
    document,
    text.replace(between, (_, start: string, end: string) => `${start}${table}\n${end}`),
  );
}

await write("README.md", "settings", settingsTable(Settings));
const operations = "docs/operations.md";
await write(operations, "metrics", metricsTable(describeMetrics()));
await write(operations, "worker-settings", settingsTable(WorkerSettings));
await write(operations, "worker-metrics", metricsTable(describeWorkerMetrics()));
