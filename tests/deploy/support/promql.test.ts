import { expect, test } from "bun:test";
import { readExpression } from "./promql.ts";

test("metrics are told from functions, keywords, labels and durations", () => {
  const expression = `sum by (instance) (rate(some_total{outcome="late"}[5m])) / max(other_sum) > 1e3
    and on (instance) avg_over_time(third[1h]) unless up == 0`;
  expect(readExpression(expression).metrics).toEqual(["some_total", "other_sum", "third", "up"]);
});

test("labels are told with their values", () => {
  expect(readExpression('a{reason=~"one|two", job="x"}').matchers).toEqual([
    { label: "reason", values: ["one", "two"] },
    { label: "job", values: ["x"] },
  ]);
});
