import { expect, test } from "bun:test";
import { Registry } from "prom-client";
import { parseMetrics } from "../launch/read-metrics.ts";
import { registerGauges, stillSources } from "./gauges.ts";

test("what is looked up is looked up each time when it is asked for", async () => {
  const now = { ready: 0, busy: 0, lag: 0 };
  const registry = new Registry();
  registerGauges(registry, {
    ...stillSources,
    visionProcessesReady: () => now.ready,
    visionProcessesBusy: () => now.busy,
    eventLoopLag: () => now.lag,
  });
  const read = async () => parseMetrics(await registry.metrics());
  expect((await read()).get("signify_vision_processes_ready")).toBe(0);
  Object.assign(now, { ready: 3, busy: 2, lag: 17 });
  const values = await read();
  expect(values.get("signify_vision_processes_ready")).toBe(3);
  expect(values.get("signify_vision_processes_busy")).toBe(2);
  expect(values.get("signify_event_loop_lag_milliseconds")).toBe(17);
});

test("memory and processor time are the process's own, and reading twice does not count time twice", async () => {
  const registry = new Registry();
  registerGauges(registry, stillSources);
  const secondsUsed = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const before = secondsUsed();
  await registry.metrics();
  const values = parseMetrics(await registry.metrics());
  expect(values.get("process_cpu_seconds_total")).toBeWithin(before, secondsUsed() + 1e-6);
  expect(values.get("process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
});
