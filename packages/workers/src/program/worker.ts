import { backgroundTimers, systemClock } from "@signify/core";
import type { Log } from "@signify/service/log";
import { watchEventLoop } from "@signify/service/observe";
import { joinAsWorker } from "../cluster/join-as-worker.ts";
import { createConfinedSpawn } from "../processes/confined-spawn.ts";
import { keepProcesses } from "../processes/keep-processes.ts";
import { visionProcessCount, visionSettings } from "../settings/vision-settings.ts";
import { serveState } from "./serve-state.ts";
import { createWorkerMetrics } from "./worker-metrics.ts";
import type { WorkerSettings } from "./worker-settings.ts";

/** What a worker has done when it ends. */
export type WorkerFigures = { uptime_seconds: number; pictures: number; failed_pictures: number };

/** A running vision worker. */
export type Worker = {
  /** Of `/healthz`, `/readyz` and `/metrics`. */
  readonly port: number;
  /** Settles when every vision process is loaded; rejects when none can be. */
  readonly ready: Promise<void>;
  /** What its vision processes do without on this machine, in words; known once it is ready. */
  readonly visionRestraints: readonly string[];
  /** Offers nothing more, lets pictures in hand be finished until the deadline, and answers the closing figures. */
  stop(): Promise<WorkerFigures>;
};

/**
 * Lends this machine's vision processes to the servers of a cluster.
 * @throws Error with one sentence when it cannot listen, a file of the settings cannot be read, or a network is missing
 */
export function startWorker(settings: WorkerSettings, log: Log): Worker {
  const vision = visionSettings(settings);
  const confined = createConfinedSpawn(vision);
  const eventLoop = watchEventLoop();
  const start = systemClock();
  const id = crypto.randomUUID().slice(0, 8);
  let pictures = 0;
  let failed = 0;
  let state: "loading" | "ready" | "stopping" = "loading";

  const keeper = keepProcesses({
    size: visionProcessCount(settings),
    spawn: confined.spawn,
    clock: systemClock,
    timers: backgroundTimers,
    maxMemory: settings.MAX_VISION_MEMORY_MB * 2 ** 20,
    timeout: settings.VISION_TIMEOUT_MS,
    onFree: (process) => part.take(process),
    onRestart(delay, reason) {
      metrics.restarted(reason);
      log.warn({ delay, reason }, "a vision process ended and is started again");
    },
  });
  const isReady = () => state === "ready" && keeper.ready > 0 && part.isConnected;
  const visionRestraints = () => confined.restraints;
  const metrics = createWorkerMetrics({
    isReady,
    visionRestraints,
    isConnected: () => part.isConnected,
    ready: () => keeper.ready,
    free: () => part.free,
    eventLoopLag: eventLoop.takeLongest,
    logLinesDropped: () => log.output.dropped,
  });
  const part = joinAsWorker({
    settings,
    vision,
    id,
    clock: systemClock,
    timers: backgroundTimers,
    ready: () => keeper.ready,
    observer: {
      found: () => log.info({ worker: id }, "the cluster is found"),
      lost: () => log.warn({ worker: id }, "the cluster is lost and looked for"),
      refused: (because) => log.warn({ worker: id, because }, "a server takes nothing from this worker"),
      offered: metrics.offered,
      nonsense: metrics.nonsense,
      looked(wasRead, milliseconds) {
        pictures += 1;
        if (!wasRead) failed += 1;
        metrics.looked(wasRead, milliseconds);
      },
    },
  });
  const http = serveState(
    { host: settings.WORKER_HOST, port: settings.WORKER_PORT },
    {
      isReady,
      isConnected: () => part.isConnected,
      metrics,
    },
  );
  void confined.find().then(keeper.start);

  return {
    port: http.port ?? 0,
    ready: keeper.allReady.then(() => {
      if (state === "loading") state = "ready";
    }),
    get visionRestraints() {
      return visionRestraints();
    },
    async stop() {
      state = "stopping";
      part.withdraw();
      await confined.find();
      await keeper.stop(settings.SHUTDOWN_DEADLINE_MS);
      await part.close();
      await http.stop(true);
      eventLoop.stop();
      const seconds = Math.round(systemClock() - start) / 1000;
      return { uptime_seconds: seconds, pictures, failed_pictures: failed };
    },
  };
}
