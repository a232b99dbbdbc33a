import { expect, test } from "bun:test";
import { createWorkerMetrics, describeWorkerMetrics } from "./worker-metrics.ts";

const sources = {
  isReady: () => true,
  visionRestraints: () => ["no network"],
  isConnected: () => true,
  ready: () => 4,
  free: () => 1,
  eventLoopLag: () => 0,
  logLinesDropped: () => 0,
};

test("what a worker does is counted, and what it has is looked up", async () => {
  const metrics = createWorkerMetrics(sources);
  metrics.offered("taken");
  metrics.offered("nobody");
  metrics.looked(true, 5);
  metrics.looked(false, 700);
  metrics.nonsense();
  metrics.restarted("ended");
  const lines = (await metrics.text()).split("\n");
  for (const line of [
    "signify_ready 1",
    "signify_cluster_connected 1",
    'signify_vision_restraint_info{restraint="no network"} 1',
    "signify_vision_processes_ready 4",
    "signify_vision_processes_busy 3",
    'signify_worker_offers_total{end="taken"} 1',
    'signify_worker_pictures_total{outcome="failed"} 1',
    "signify_worker_picture_milliseconds_sum 705",
    "signify_cluster_nonsense_total 1",
    'signify_vision_restarts_total{reason="ended"} 1',
  ])
    expect(lines).toContain(line);
});

test("what has not happened yet is 0 and not missing, so that the first time is seen as one more", async () => {
  const lines = (await createWorkerMetrics(sources).text()).split("\n");
  for (const end of ["taken", "passed", "nobody", "lost"])
    expect(lines).toContain(`signify_worker_offers_total{end="${end}"} 0`);
  for (const outcome of ["read", "failed"])
    expect(lines).toContain(`signify_worker_pictures_total{outcome="${outcome}"} 0`);
});

test("every metric is described, with its labels", () => {
  const described = describeWorkerMetrics();
  expect(described.map(({ name }) => name)).toContain("process_cpu_seconds_total");
  expect(described.find(({ name }) => name === "signify_worker_offers_total")?.labelNames).toEqual(["end"]);
});
