import { lookedUp, type ProcessSources, registerProcessGauges } from "@signify/service/observe";
import { Counter, Histogram, Registry } from "prom-client";
import type { OfferEnd } from "../cluster/lend-processes.ts";
import { type EndReason, endReasons } from "../processes/vision-process.ts";

/** What is not counted but looked up. */
export type WorkerSources = ProcessSources & { isConnected(): boolean; ready(): number; free(): number };

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

/** What can be read of a metric without a value. */
export type MetricDescription = { name: string; type: string; labelNames: readonly string[]; help: string };

/** Metrics in a registry of their own; those of `sources` are looked up when they are asked for. */
export function createWorkerMetrics(sources: WorkerSources): WorkerMetrics {
  const registry = new Registry();
  const registers = [registry];
  const { gauge } = lookedUp(registry);
  gauge("signify_cluster_connected", "Whether NATS is reached: 1 or 0", () => Number(sources.isConnected()));
  gauge("signify_vision_processes_ready", "Vision processes that can take a picture", sources.ready);
  gauge("signify_vision_processes_busy", "Vision processes among these that are not free", () =>
    Math.max(0, sources.ready() - sources.free()),
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
    // prom-client's metrics have their label names, but its types do not say so.
    describe: () => registry.getMetricsAsArray() as unknown as MetricDescription[],
  };
}
