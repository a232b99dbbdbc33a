import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { metricsTable } from "@signify/server/metrics";
import { deployPath, deployText } from "./support/deploy-file.ts";

/** `docs/operations.md` says what the code and the files of `deploy/` are. */

const docs = deployPath("../docs");
const text = await Bun.file(join(docs, "operations.md")).text();

test("its table of metrics is the server's (mend with `bun run docs`)", () => {
  expect(text).toContain(`<!-- metrics:start -->\n${metricsTable()}\n<!-- metrics:end -->`);
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
