import { expect, test } from "bun:test";
import { describeMetrics } from "./describe-metrics.ts";

test("metrics that are counted and metrics that are looked up are described, those of a cluster too", () => {
  const names = describeMetrics().map(({ name }) => name);
  for (const name of ["signify_answer_milliseconds", "signify_ready", "signify_cluster_connected"])
    expect(names).toContain(name);
});
