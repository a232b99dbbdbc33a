import { lookedUp, type ProcessSources, registerProcessGauges } from "@signify/service/observe";
import type { Registry } from "prom-client";

/** What is not counted but looked up, each time when someone asks for the metrics. */
export type GaugeSources = ProcessSources & {
  visionProcessesReady(): number;
  visionProcessesBusy(): number;
};

/** What a server without vision processes and without work would say. */
export const stillSources: GaugeSources = {
  visionProcessesReady: () => 0,
  visionProcessesBusy: () => 0,
  eventLoopLag: () => 0,
  logLinesDropped: () => 0,
};

/** Registers the metrics that are looked up: those of `sources`, and what the runtime knows of the process. */
export function registerGauges(registry: Registry, sources: GaugeSources): void {
  const { gauge } = lookedUp(registry);
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
  registerProcessGauges(registry, sources);
}
