import { expect, test } from "bun:test";
import { Histogram, Registry } from "prom-client";
import { describeRegistry } from "./metrics-table.ts";
import { registerHistogram } from "./register-histogram.ts";

const [name, help, buckets] = ["wait", "Waiting", [0.1, 1, 8]] as const;
const values = [0.05, 0.1, 0.5, 1, 1.5, 8, 9, 1e9, 0, -1];

test("says the same as prom-client's own, with a label and without", async () => {
  for (const label of [undefined, "step"]) {
    const [own, theirs] = [new Registry(), new Registry()];
    const observe = registerHistogram(own, { name, help, buckets: [...buckets], ...(label && { label }) });
    const labelNames = label ? [label] : [];
    const histogram = new Histogram({ name, help, buckets: [...buckets], labelNames, registers: [theirs] });
    expect(await own.metrics()).toBe(await theirs.metrics());
    for (const [index, value] of values.entries()) {
      const kind = index % 3 === 0 ? "decode" : "palm";
      if (label) observe(value, kind);
      else observe(value);
      histogram.observe(label ? { [label]: kind } : {}, value);
    }
    expect(await own.metrics()).toBe(await theirs.metrics());
    expect(describeRegistry(own)[0]).toMatchObject({ name, help, type: "histogram", labelNames });
  }
});

test("a value that is not finite is not counted", async () => {
  const registry = new Registry();
  const observe = registerHistogram(registry, { name, help, buckets });
  observe(2);
  const before = await registry.metrics();
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) observe(value);
  expect(await registry.metrics()).toBe(before);
});
