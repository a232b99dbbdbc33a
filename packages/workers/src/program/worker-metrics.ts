import {
  describeRegistry,
  lookedUp,
  type MetricDescription,
  type ProcessSources,
  registerProcessGauges,
} from "@signify/service/observe";
import { Counter, Histogram, Registry } from "prom-client";
import type { OfferEnd } from "../cluster/lend-processes.ts";
import { type EndReason, endReasons } from "../processes/vision-process.ts";

/** What is not counted but looked up. */
export type WorkerSources = ProcessSources & {
  /** Whether it can take pictures, as `/readyz` says. */
  isReady(): boolean;
  isConnected(): boolean;
  ready(): number;
  free(): number;
  /** What the vision processes do without, in words. */
  visionRestraints(): readonly string[];
};

const offerEnds: readonly OfferEnd[] = ["taken", "passed", "nobody", "lost"];
const outcomes = ["read", "failed"];

/** A worker's Prometheus metrics. */
export type WorkerMetrics = {
  contentType: string;
  text(): Promise<string>;
  offered(end: OfferEnd): void;
  looked(wasRead: boolean, milliseconds: number): void;
  nonsense(): void;
  restarted(reason: EndReason): void;
  /** Name, kind, labels and meaning of each. */
  describe(): MetricDescription[];
};

/** Metrics in a registry of their own; those of `sources` are looked up when they are asked for. */
export function createWorkerMetrics(sources: WorkerSources): WorkerMetrics {
  const registry = new Registry();
  const registers = [registry];
  const { gauge, gauges } = lookedUp(registry);
  gauge("signify_ready", "1 while the worker can take pictures, as /readyz says", () =>
    Number(sources.isReady()),
  );
  gauge("signify_cluster_connected", "Whether NATS is reached: 1 or 0", () => Number(sources.isConnected()));
  gauge("signify_vision_processes_ready", "Vision processes that can take a picture", sources.ready);
  gauge("signify_vision_processes_busy", "Vision processes among these that are not free", () =>
    Math.max(0, sources.ready() - sources.free()),
  );
  gauges(
    "signify_vision_restraint_info",
    "Always 1: something that the vision processes do without on this machine",
    "restraint",
    () => Object.fromEntries(sources.visionRestraints().map((restraint) => [restraint, 1])),
  );
  const offers = new Counter({
    name: "signify_worker_offers_total",
    help: "Offers of a free process by how they ended: a picture came, nobody waited any more, nobody waits, or nothing was heard",
    labelNames: ["end"],
    registers,
  });
  const pictures = new Counter({
    name: "signify_worker_pictures_total",
    help: "Pictures by whether they could be looked at",
    labelNames: ["outcome"],
    registers,
  });
  const times = new Histogram({
    name: "signify_worker_picture_milliseconds",
    help: "Time from a picture's arrival at the worker to the answer",
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
    registers,
  });
  const nonsense = new Counter({
    name: "signify_cluster_nonsense_total",
    help: "Messages of the cluster that were none, or did not belong there",
    registers,
  });
  const restarts = new Counter({
    name: "signify_vision_restarts_total",
    help: "Vision processes started again, by how they ended",
    labelNames: ["reason"],
    registers,
  });
  // The first of a kind is only seen as one more where there was a number before.
  for (const end of offerEnds) offers.inc({ end }, 0);
  for (const outcome of outcomes) pictures.inc({ outcome }, 0);
  for (const reason of endReasons) restarts.inc({ reason }, 0);
  registerProcessGauges(registry, sources);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    offered: (end) => offers.inc({ end }),
    looked(wasRead, milliseconds) {
      pictures.inc({ outcome: wasRead ? "read" : "failed" });
      times.observe(milliseconds);
    },
    nonsense: () => nonsense.inc(),
    restarted: (reason) => restarts.inc({ reason }),
    describe: () => describeRegistry(registry),
  };
}

/** Every metric of a vision worker, without a value. */
export function describeWorkerMetrics(): MetricDescription[] {
  const none = () => 0;
  return createWorkerMetrics({
    ...{ isReady: () => false, isConnected: () => false, visionRestraints: () => [] },
    ...{ ready: none, free: none, eventLoopLag: none, logLinesDropped: none },
  }).describe();
}
