import { describe, expect, test } from "bun:test";
import { frameFates, wireErrorCodes } from "@signify/core";
import { describeMetrics } from "@signify/server/metrics";
import type { Place } from "@signify/workers";
import type { OfferEnd } from "@signify/workers/cluster";
import { describeWorkerMetrics } from "@signify/workers/program";
import { dashboardExpressions } from "./support/dashboard.ts";
import { deployText } from "./support/deploy-file.ts";
import { readExpression } from "./support/promql.ts";

/** Alert rules and dashboard ask only for what servers and workers tell: a metric that is renamed would leave them silent. */

type Rules = { groups: { rules: { alert: string; expr: string }[] }[] };

const rules = (Bun.YAML.parse(deployText("prometheus/alerts.yml")) as Rules).groups.flatMap(
  (group) => group.rules,
);
const expressions: [where: string, expression: string][] = [
  ...rules.map(({ alert, expr }): [string, string] => [`the alert ${alert}`, expr]),
  ...dashboardExpressions().map(({ title, expression }): [string, string] => [
    `the panel "${title}"`,
    expression,
  ]),
];

/** As Prometheus stores them: a histogram is three. `up` and `ALERTS` are Prometheus's own. */
const stored = new Set([
  "up",
  "ALERTS",
  ...[...describeMetrics(), ...describeWorkerMetrics()].flatMap(({ name, type }) =>
    type === "histogram" ? ["_bucket", "_sum", "_count"].map((suffix) => name + suffix) : [name],
  ),
]);

const known: Record<string, readonly string[]> = {
  outcome: Object.keys(frameFates),
  reason: wireErrorCodes,
  code: wireErrorCodes,
  job: ["signify", "signify-workers"],
  place: ["local", "remote"] satisfies Place[],
  state: ["known", "free", "refused"],
  taken: ["yes", "no"],
  end: ["taken", "passed", "nobody", "lost"] satisfies OfferEnd[],
  alertname: ["Signify.*"],
  alertstate: ["firing"],
  instance: ["$instance"],
};

describe.each(expressions)("%s", (_, expression) => {
  const { metrics, matchers } = readExpression(expression);

  test("asks for metrics that there are", () => {
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !stored.has(name))).toEqual([]);
  });

  test("selects by labels and values that there are", () => {
    for (const { label, values } of matchers)
      expect(values.filter((value) => !known[label]?.includes(value))).toEqual([]);
  });
});
