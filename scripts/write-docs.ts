// Writes the generated parts of the documents: `bun run docs`. Tests fail when they are out of date.
import { metricsTable } from "@signify/server/metrics";
import { Settings } from "@signify/server/settings";
import { settingsTable } from "@signify/service/settings";

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
await write("docs/operations.md", "metrics", metricsTable());
