import { expect, test } from "bun:test";
import { Registry } from "prom-client";
import { parseMetrics } from "../launch/read-metrics.ts";
import { type GaugeSources, registerGauges, stillSources } from "./gauges.ts";

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

test("whether it is ready and whether it drains are 1 and 0, as they are when asked", async () => {
  const now = { ready: false, draining: false };
  const registry = new Registry();
  registerGauges(registry, { ...stillSources, isReady: () => now.ready, isDraining: () => now.draining });
  const read = async () => {
    const values = parseMetrics(await registry.metrics());
    return [values.get("signify_ready"), values.get("signify_draining")];
  };
  expect(await read()).toEqual([0, 0]);
  Object.assign(now, { ready: true });
  expect(await read()).toEqual([1, 0]);
  Object.assign(now, { ready: false, draining: true });
  expect(await read()).toEqual([0, 1]);
});

test("each restraint of the vision processes is named, and none where there is none", async () => {
  const restraintsOf = async (visionRestraints: readonly string[]) => {
    const registry = new Registry();
    registerGauges(registry, { ...stillSources, visionRestraints: () => visionRestraints });
    const values = parseMetrics(await registry.metrics());
    return [...values].filter(([name]) => name.startsWith("signify_vision_restraint_info"));
  };
  expect(await restraintsOf(["no network", "no file written"])).toEqual([
    ['signify_vision_restraint_info{restraint="no network"}', 1],
    ['signify_vision_restraint_info{restraint="no file written"}', 1],
  ]);
  expect(await restraintsOf([])).toEqual([]);
});

test("what is said of a cluster is only there where there is one: having none is not having lost it", async () => {
  const told = async (cluster: GaugeSources["cluster"]) => {
    const registry = new Registry();
    registerGauges(registry, { ...stillSources, cluster });
    const values = parseMetrics(await registry.metrics());
    return [...values].filter(([name]) => name.startsWith("signify_cluster"));
  };
  const workers = () => ({ workers: 2, refused: 1, processes: 8, free: 3 });
  expect(await told({ isConnected: () => true, workers })).toEqual([
    ["signify_cluster_connected", 1],
    ['signify_cluster_workers{state="known"}', 2],
    ['signify_cluster_workers{state="refused"}', 1],
    ['signify_cluster_processes{state="known"}', 8],
    ['signify_cluster_processes{state="free"}', 3],
  ]);
  expect(await told(undefined)).toEqual([]);
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
