import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describeMetrics } from "@signify/server/metrics";
import { metricsTable } from "@signify/service/observe";
import { settingsTable } from "@signify/service/settings";
import { describeWorkerMetrics, WorkerSettings } from "@signify/workers/program";
import { deployPath, deployText } from "./support/deploy-file.ts";

/** `docs/operations.md` says what the code and the files of `deploy/` are. */

const docs = deployPath("../docs");
const text = await Bun.file(join(docs, "operations.md")).text();

test.each([
  ["metrics", metricsTable(describeMetrics())],
  ["worker-settings", settingsTable(WorkerSettings)],
  ["worker-metrics", metricsTable(describeWorkerMetrics())],
])("its table of %s is what the program has (mend with `bun run docs`)", (name, table) => {
  expect(text).toContain(`<!-- ${name}:start -->\n${table}\n<!-- ${name}:end -->`);
});

test("it says of every alert what to do, in the order of the rules", () => {
  const alerts = [...deployText("prometheus/alerts.yml").matchAll(/alert: (\w+)[\s\S]*?severity: (\w+)/g)];
  const rows = [...text.matchAll(/^\| `(Signify\w+)` \| (\w+) \| .{20,} \|$/gm)];
  expect(rows.map(([, name, kind]) => [name, kind])).toEqual(alerts.map(([, name, kind]) => [name, kind]));
});

test("its links lead somewhere", () => {
  const links = [...text.matchAll(/\]\(([^):#]+)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(5);
  for (const link of links)
    expect({ link, exists: existsSync(join(docs, link)) }).toEqual({ link, exists: true });
});
