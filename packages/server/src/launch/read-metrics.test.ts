import { describe, expect, test } from "bun:test";
import { stillSources } from "../observe/gauges.ts";
import { createMetrics } from "../observe/metrics.ts";
import { parseMetrics, sumOfMetric } from "./read-metrics.ts";

describe("parseMetrics", () => {
  test("reads what the server writes, by name and labels", async () => {
    const metrics = createMetrics({ ...stillSources, visionProcessesReady: () => 2 });
    metrics.observer.frameSettled("answered", 12, { decode: 2.5 });
    const values = parseMetrics(await metrics.text());
    expect(values.get("signify_vision_processes_ready")).toBe(2);
    expect(values.get('signify_frames_total{outcome="answered"}')).toBe(1);
    expect(values.get('signify_step_milliseconds_sum{step="decode"}')).toBe(2.5);
  });

  test("passes over comments and empty lines, and keeps spaces in labels", () => {
    const text = '# HELP some text 5\n\na{path="x y"} 1e3\n';
    expect([...parseMetrics(text)]).toEqual([['a{path="x y"}', 1000]]);
  });
});

describe("sumOfMetric", () => {
  const values = parseMetrics('a 1\na{x="1"} 2\na{x="2"} 3\nab 4\nab{x="1"} 5\n');

  test("is over all labels, and over no other metric that begins alike", () => {
    expect(sumOfMetric(values, "a")).toBe(6);
  });

  test("is 0 for a metric that is not there", () => {
    expect(sumOfMetric(values, "b")).toBe(0);
  });
});
