import { expect, test } from "bun:test";
import { Counter, Gauge, Registry } from "prom-client";
import { describeRegistry, metricsTable } from "./metrics-table.ts";

test("has a row for every metric, with its kind and labels, and a dash where there are none", () => {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({ name: "open", help: "Open doors", labelNames: ["side", "floor"], registers });
  new Counter({ name: "knocks_total", help: "Knocks", registers });
  expect(metricsTable(describeRegistry(registry)).split("\n")).toEqual([
    "| metric | kind | labels | what it is |",
    "|---|---|---|---|",
    "| `open` | gauge | `side`, `floor` | Open doors |",
    "| `knocks_total` | counter | – | Knocks |",
  ]);
});
