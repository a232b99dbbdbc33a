import { registerHistogram } from "@signify/service/observe";
import type { LossReason } from "@signify/workers/cluster";
import { Counter, Histogram, type Registry } from "prom-client";
import type { ServerObserver } from "./observer.ts";

/** What is counted of the processes that are lent, here and by a cluster. */
export type LendingObserver = Pick<
  ServerObserver,
  "processLent" | "processOffered" | "remoteAnswered" | "remoteLost"
>;

const buckets = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

const lossReasons: readonly LossReason[] = ["silent", "slow", "gone", "nonsense", "disconnected"];

/** Registers what is counted of lent processes. */
export function registerClusterMetrics(registry: Registry): LendingObserver {
  const registers = [registry];
  const observeWait = registerHistogram(registry, {
    name: "signify_lease_wait_milliseconds",
    help: "Time that a connection waited for a vision process, by where that is",
    label: "place",
    buckets,
  });
  const offers = new Counter({
    name: "signify_cluster_offers_total",
    help: "Processes that workers offered, by whether a connection was there for it",
    labelNames: ["taken"],
    registers,
  });
  const roundTrips = new Histogram({
    name: "signify_cluster_round_trip_milliseconds",
    help: "Time from sending a picture to a worker to its answer",
    buckets,
    registers,
  });
  const transports = new Histogram({
    name: "signify_cluster_transport_milliseconds",
    help: "Part of the round trip in which the worker did not have the picture",
    buckets: [0.1, 0.25, ...buckets],
    registers,
  });
  const lost = new Counter({
    name: "signify_cluster_leases_lost_total",
    help: "Pictures sent to a worker whose answer is not waited for any more, by why",
    labelNames: ["reason"],
    registers,
  });
  // The first of a kind is only seen as one more where there was a number before.
  for (const taken of ["yes", "no"]) offers.inc({ taken }, 0);
  for (const reason of lossReasons) lost.inc({ reason }, 0);
  return {
    processLent: (place, waited) => observeWait(waited, place),
    processOffered: (isTaken) => offers.inc({ taken: isTaken ? "yes" : "no" }),
    remoteAnswered(milliseconds, took) {
      roundTrips.observe(milliseconds);
      transports.observe(Math.max(0, milliseconds - took));
    },
    remoteLost: (reason) => lost.inc({ reason }),
  };
}
