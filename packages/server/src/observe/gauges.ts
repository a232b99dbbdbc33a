import { Counter, Gauge, type Registry } from "prom-client";

/** What is not counted but looked up, each time when someone asks for the metrics. */
export type GaugeSources = {
  /** Whether it can read letters and lets learners in, as `/readyz` says. */
  isReady(): boolean;
  /** Whether it was told to stop and lets nobody in. */
  isDraining(): boolean;
  visionProcessesReady(): number;
  visionProcessesBusy(): number;
  /** What the vision processes do without, in words; the same for as long as the server runs. */
  visionRestraints: readonly string[];
  /** Milliseconds: the longest delay of the event loop since this was last asked for. */
  eventLoopLag(): number;
  /** Log lines that nobody could be given, since the start. */
  logLinesDropped(): number;
};

/** What a server without vision processes and without work would say. */
export const stillSources: GaugeSources = {
  isReady: () => false,
  isDraining: () => false,
  visionProcessesReady: () => 0,
  visionProcessesBusy: () => 0,
  visionRestraints: [],
  eventLoopLag: () => 0,
  logLinesDropped: () => 0,
};

/** Registers the metrics that are looked up: those of `sources`, and what the runtime knows of the process. */
export function registerGauges(registry: Registry, sources: GaugeSources): void {
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
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
  const restraints = new Gauge({
    name: "signify_vision_restraint_info",
    help: "Always 1: something that the vision processes do without on this machine",
    labelNames: ["restraint"],
    registers,
  });
  for (const restraint of sources.visionRestraints) restraints.set({ restraint }, 1);
  gauge(
    "signify_event_loop_lag_milliseconds",
    "Longest delay of the server's event loop since the metrics were last read",
    sources.eventLoopLag,
  );
  gauge("process_resident_memory_bytes", "Resident memory of the server process", () =>
    process.memoryUsage.rss(),
  );
  counter("signify_log_lines_dropped_total", "Log lines that nobody could be given", sources.logLinesDropped);
  counter(
    "process_cpu_seconds_total",
    "Processor time of the server process, without that of its vision processes",
    () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
  );
}
