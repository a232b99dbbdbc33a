import { expect, test } from "bun:test";
import { describeMetrics, metricsTable } from "./metrics-table.ts";

const rows = metricsTable().split("\n").slice(2);

test("has a row for every metric", () => {
  const names = describeMetrics().map(({ name }) => name);
  expect(names).toContain("signify_answer_milliseconds");
  expect(rows.map((row) => /^\| `(\w+)` \|/.exec(row)?.[1])).toEqual(names);
});

test("a row names the metric's kind and labels, with a dash where there are none", () => {
  expect(rows).toContain("| `signify_connections` | gauge | `protocol` | Open connections |");
  expect(rows).toContain("| `signify_target_resets_total` | counter | – | New target letters |");
});
