import { expect, test } from "bun:test";
import { createWorkerMetrics } from "./worker-metrics.ts";

const sources = {
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
    "signify_cluster_connected 1",
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
