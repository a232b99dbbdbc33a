import { lookedUp, type ProcessSources, registerProcessGauges } from "@signify/service/observe";
import type { WorkerCount } from "@signify/workers/cluster";
import type { Registry } from "prom-client";

/** What is not counted but looked up, each time when someone asks for the metrics. */
export type GaugeSources = ProcessSources & {
  /** Whether it can read letters and lets learners in, as `/readyz` says. */
  isReady(): boolean;
  /** Whether it was told to stop and lets nobody in. */
  isDraining(): boolean;
  visionProcessesReady(): number;
  visionProcessesBusy(): number;
  /** What the vision processes do without, in words. */
  visionRestraints(): readonly string[];
  /** Only where there is a cluster: a server that has none does not say that it has lost it. */
  cluster: ClusterSources | undefined;
};

/** What is looked up of a cluster. */
export type ClusterSources = {
  /** Whether the engine is reached. */
  isConnected(): boolean;
  /** What the workers of the cluster said of themselves. */
  workers(): WorkerCount;
};

/** What a server without vision processes and without work would say, in a cluster that is not there. */
export const stillSources: GaugeSources = {
  isReady: () => false,
  isDraining: () => false,
  visionProcessesReady: () => 0,
  visionProcessesBusy: () => 0,
  visionRestraints: () => [],
  cluster: { isConnected: () => false, workers: () => ({ workers: 0, refused: 0, processes: 0, free: 0 }) },
  eventLoopLag: () => 0,
  logLinesDropped: () => 0,
};

/** Registers the metrics that are looked up: those of `sources`, and what the runtime knows of the process. */
export function registerGauges(registry: Registry, sources: GaugeSources): void {
  const { gauge, gauges } = lookedUp(registry);
  gauge("signify_ready", "1 while the server can read letters and lets learners in, as /readyz says", () =>
    Number(sources.isReady()),
  );
  gauge(
    "signify_draining",
    "1 while the server stops: nobody comes in, and who is inside is told to go",
    () => Number(sources.isDraining()),
  );
  gauge(
    "signify_vision_processes_ready",
    "Vision processes that can take a picture",
    sources.visionProcessesReady,
  );
  gauge(
    "signify_vision_processes_busy",
    "Vision processes among these that have a picture in hand at this moment",
    sources.visionProcessesBusy,
  );
  gauges(
    "signify_vision_restraint_info",
    "Always 1: something that the vision processes do without on this machine",
    "restraint",
    () => Object.fromEntries(sources.visionRestraints().map((restraint) => [restraint, 1])),
  );
  if (sources.cluster) registerClusterGauges(registry, sources.cluster);
  registerProcessGauges(registry, sources);
}

function registerClusterGauges(registry: Registry, { isConnected, workers: count }: ClusterSources): void {
  const { gauge, gauges } = lookedUp(registry);
  gauge("signify_cluster_connected", "Whether NATS is reached: 1 or 0; only where `NATS_URL` is set", () =>
    Number(isConnected()),
  );
  gauges(
    "signify_cluster_workers",
    "Vision workers of the cluster, by whether they read as this server does",
    "state",
    () => {
      const { workers, refused } = count();
      return { known: workers, refused };
    },
  );
  gauges("signify_cluster_processes", "Vision processes of the known workers", "state", () => {
    const { processes, free } = count();
    return { known: processes, free };
  });
}
