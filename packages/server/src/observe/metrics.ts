import { type FrameOutcome, frameFates, type WireErrorCode, wireErrorCodes } from "@signify/core";
import {
  describeRegistry,
  lookedUp,
  type MetricDescription,
  registerHistogram,
} from "@signify/service/observe";
import { endReasons } from "@signify/workers";
import { Counter, Gauge, Registry } from "prom-client";
import { registerClusterMetrics } from "./cluster-metrics.ts";
import { type GaugeSources, registerGauges } from "./gauges.ts";
import type { ProtocolName, ServerObserver } from "./observer.ts";

/** The Prometheus side of the observer. */
export type Metrics = {
  observer: ServerObserver;
  contentType: string;
  text(): Promise<string>;
  describe(): MetricDescription[];
};

const stepBuckets = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256];
/** Finest where a learner begins to notice. */
const answerBuckets = [10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000];

/** Accepted frames by how they ended, before the first one. */
const noOutcomes: Record<FrameOutcome, number> = {
  answered: 0,
  throttled: 0,
  "no-hand": 0,
  filling: 0,
  failed: 0,
  superseded: 0,
  reset: 0,
  closed: 0,
};
const protocols: readonly ProtocolName[] = ["original", "typed"];
/** Why a connection may be refused. */
const refusals: readonly WireErrorCode[] = [
  "too-many-connections",
  "origin-refused",
  "unauthorized",
  "shutting-down",
];

/** Metrics in a registry of their own; those of `sources` are looked up when they are asked for. */
export function createMetrics(sources: GaugeSources): Metrics {
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
  const paused = new Counter({
    name: "signify_newcomers_paused_total",
    help: "Newcomers who had to wait because connections of their address had been thrown out",
    registers,
  });
  // What happens several times for each picture is counted here, in numbers: prom-client makes a text of its label each time.
  const { counter, counters } = lookedUp(registry);
  let accepted = 0;
  counter("signify_frames_accepted_total", "Frames that passed the limits", () => accepted);
  const settled = { ...noOutcomes };
  counters("signify_frames_total", "Accepted frames by how they ended", "outcome", () => settled);
  const faults = new Counter({
    name: "signify_errors_total",
    help: "Messages refused and frames failed",
    labelNames: ["code"],
    registers,
  });
  const resets = new Counter({ name: "signify_target_resets_total", help: "New target letters", registers });
  const restarts = new Counter({
    name: "signify_vision_restarts_total",
    help: "Vision processes started again, by how they ended",
    labelNames: ["reason"],
    registers,
  });
  // A first restart is only seen as one where there was a number before.
  for (const reason of endReasons) restarts.inc({ reason }, 0);
  const observeStep = registerHistogram(registry, {
    name: "signify_step_milliseconds",
    help: "Time of one step of a frame",
    label: "step",
    buckets: stepBuckets,
  });
  const observeFrame = registerHistogram(registry, {
    name: "signify_frame_milliseconds",
    help: "Time from arrival to the end of a frame that was not dropped",
    buckets: stepBuckets,
  });
  const observeAnswer = registerHistogram(registry, {
    name: "signify_answer_milliseconds",
    help: "Time that a learner waits: from the arrival of a frame to the answer to it",
    buckets: answerBuckets,
  });
  const observeBatch = registerHistogram(registry, {
    name: "signify_letter_batch_size",
    help: "Windows in one run of the letter model",
    buckets: [1, 2, 4, 8, 16, 32],
  });
  const cluster = registerClusterMetrics(registry);
  registerGauges(registry, sources);
  // Prometheus would not see the first of a kind as one more if there were nothing before it.
  for (const protocol of protocols) connections.set({ protocol }, 0);
  for (const reason of refusals) refused.inc({ reason }, 0);
  for (const code of wireErrorCodes) faults.inc({ code }, 0);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    describe: () => describeRegistry(registry),
    observer: {
      connectionOpened: (protocol) => connections.inc({ protocol }),
      connectionClosed: (protocol) => connections.dec({ protocol }),
      connectionRefused: (reason) => refused.inc({ reason }),
      newcomerPaused: () => paused.inc(),
      frameAccepted() {
        accepted += 1;
      },
      frameSettled(outcome, milliseconds, timings) {
        settled[outcome] += 1;
        if (frameFates[outcome] !== "dropped") observeFrame(milliseconds);
        if (outcome === "answered") observeAnswer(milliseconds);
        for (const [step, time] of Object.entries(timings)) observeStep(time, step);
      },
      fault: (code) => faults.inc({ code }),
      targetReset: () => resets.inc(),
      letterBatch: (size) => observeBatch(size),
      visionRestarted: (reason) => restarts.inc({ reason }),
      ...cluster,
    },
  };
}
