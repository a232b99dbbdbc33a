import { frameFates } from "@signify/core";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { ServerObserver } from "./observer.ts";

/** The Prometheus side of the observer. */
export type Metrics = { observer: ServerObserver; contentType: string; text(): Promise<string> };

const stepBuckets = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Metrics in a registry of their own; `gauges` are read when they are asked for. */
export function createMetrics(gauges: {
  visionProcessesReady(): number;
  logLinesDropped(): number;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const connections = new Gauge({
    name: "signify_connections",
    help: "Open connections",
    labelNames: ["protocol"],
    registers,
  });
  const refused = new Counter({
    name: "signify_connections_refused_total",
    help: "Connections refused",
    labelNames: ["reason"],
    registers,
  });
  const accepted = new Counter({
    name: "signify_frames_accepted_total",
    help: "Frames that passed the limits",
    registers,
  });
  const settled = new Counter({
    name: "signify_frames_total",
    help: "Accepted frames by how they ended",
    labelNames: ["outcome"],
    registers,
  });
  const faults = new Counter({
    name: "signify_errors_total",
    help: "Messages refused and frames failed",
    labelNames: ["code"],
    registers,
  });
  const resets = new Counter({ name: "signify_target_resets_total", help: "New target letters", registers });
  const restarts = new Counter({
    name: "signify_vision_restarts_total",
    help: "Vision processes started again",
    registers,
  });
  const steps = new Histogram({
    name: "signify_step_milliseconds",
    help: "Time of one step of a frame",
    labelNames: ["step"],
    buckets: stepBuckets,
    registers,
  });
  const frames = new Histogram({
    name: "signify_frame_milliseconds",
    help: "Time from arrival to the end of a frame that was not dropped",
    buckets: stepBuckets,
    registers,
  });
  const batches = new Histogram({
    name: "signify_letter_batch_size",
    help: "Windows in one run of the letter model",
    buckets: [1, 2, 4, 8, 16, 32],
    registers,
  });
  new Gauge({
    name: "signify_vision_processes_ready",
    help: "Vision processes that can take a picture",
    registers,
    collect() {
      this.set(gauges.visionProcessesReady());
    },
  });
  new Counter({
    name: "signify_log_lines_dropped_total",
    help: "Log lines that nobody could be given",
    registers,
    collect() {
      this.reset();
      this.inc(gauges.logLinesDropped());
    },
  });
  new Gauge({
    name: "process_resident_memory_bytes",
    help: "Resident memory of the server process",
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observer: {
      connectionOpened: (protocol) => connections.inc({ protocol }),
      connectionClosed: (protocol) => connections.dec({ protocol }),
      connectionRefused: (reason) => refused.inc({ reason }),
      frameAccepted: () => accepted.inc(),
      frameSettled(outcome, milliseconds, timings) {
        settled.inc({ outcome });
        if (frameFates[outcome] !== "dropped") frames.observe(milliseconds);
        for (const [step, time] of Object.entries(timings)) steps.observe({ step }, time);
      },
      fault: (code) => faults.inc({ code }),
      targetReset: () => resets.inc(),
      letterBatch: (size) => batches.observe(size),
      visionRestarted: () => restarts.inc(),
    },
  };
}
