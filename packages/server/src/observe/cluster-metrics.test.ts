import { expect, test } from "bun:test";
import { Registry } from "prom-client";
import { registerClusterMetrics } from "./cluster-metrics.ts";

test("waits by place, offers by whether they were taken, answers and losses are counted", async () => {
  const registry = new Registry();
  const cluster = registerClusterMetrics(registry);
  cluster.processLent("local", 1);
  cluster.processLent("remote", 3);
  cluster.processOffered(true);
  cluster.processOffered(false);
  cluster.remoteAnswered(7, 5);
  // Two clocks never agree.
  cluster.remoteAnswered(5, 5.5);
  cluster.remoteLost("silent");
  const lines = (await registry.metrics()).split("\n");
  for (const line of [
    'signify_lease_wait_milliseconds_sum{place="local"} 1',
    'signify_lease_wait_milliseconds_sum{place="remote"} 3',
    'signify_cluster_offers_total{taken="yes"} 1',
    'signify_cluster_offers_total{taken="no"} 1',
    "signify_cluster_round_trip_milliseconds_sum 12",
    "signify_cluster_transport_milliseconds_sum 2",
    'signify_cluster_leases_lost_total{reason="silent"} 1',
  ])
    expect(lines).toContain(line);
});

test("offers and losses that have not happened yet are 0 and not missing", async () => {
  const registry = new Registry();
  registerClusterMetrics(registry);
  const text = await registry.metrics();
  for (const taken of ["yes", "no"])
    expect(text).toContain(`signify_cluster_offers_total{taken="${taken}"} 0\n`);
  for (const reason of ["silent", "slow", "gone", "nonsense", "disconnected"])
    expect(text).toContain(`signify_cluster_leases_lost_total{reason="${reason}"} 0\n`);
});
