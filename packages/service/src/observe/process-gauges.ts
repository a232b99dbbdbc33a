import type { Registry } from "prom-client";
import { lookedUp } from "./looked-up.ts";

/** What a program knows of itself. */
export type ProcessSources = {
  /** Milliseconds: the longest delay of the event loop since this was last asked for. */
  eventLoopLag(): number;
  /** Log lines that nobody could be given, since the start. */
  logLinesDropped(): number;
};

/** Registers what is looked up of the process itself, without that of its children. */
export function registerProcessGauges(registry: Registry, sources: ProcessSources): void {
  const { gauge, counter } = lookedUp(registry);
  gauge(
    "signify_event_loop_lag_milliseconds",
    "Longest delay of this process's event loop since the metrics were last read",
    sources.eventLoopLag,
  );
  gauge("process_resident_memory_bytes", "Resident memory of this process", () => process.memoryUsage.rss());
  counter("signify_log_lines_dropped_total", "Log lines that nobody could be given", sources.logLinesDropped);
  counter(
    "process_cpu_seconds_total",
    "Processor time of this process, without that of its vision processes",
    () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
  );
}
