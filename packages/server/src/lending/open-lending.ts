import { backgroundTimers, systemClock } from "@signify/core";
import type { Log } from "@signify/service/log";
import { handNetworkPaths } from "@signify/vision/network-paths";
import { createConfinedSpawn } from "@signify/workers";
import type { ServerPart, WorkerCount } from "@signify/workers/cluster";
import { visionProcessCount, visionSettings } from "@signify/workers/settings";
import type { Settings } from "../config/settings.ts";
import type { ServerObserver } from "../observe/observer.ts";
import { createVisionPool, type VisionPool } from "./vision-pool.ts";

/** Whether the cluster is reached. */
export type ClusterState = "connected" | "lost";

/** All vision processes of this server: those of this machine, and those that a cluster lends it. */
export type Lending = {
  /** What the processes of this machine do without, in words; known once they are started. */
  readonly restraints: readonly string[];
  /** The locator of one connection, as {@link VisionPool} makes it. */
  locatorFor: VisionPool["locatorFor"];
  /** Processes of this machine that are loaded, and those of them that are lent. */
  readonly ready: number;
  readonly busy: number;
  /** Only where there is a cluster. */
  readonly cluster: ClusterState | undefined;
  /** What the workers of the cluster said of themselves. */
  countWorkers(): WorkerCount;
  /** Whether anyone, here or elsewhere, can look at a picture. */
  isAble(): boolean;
  /** Starts the processes and looks for the cluster; settles when the processes are loaded, whether it is found or not. */
  start(): Promise<void>;
  /** Refuses who waits, and ends the processes of this machine within the deadline (milliseconds). */
  stop(deadline: number): Promise<void>;
};

const noWorkers: WorkerCount = { workers: 0, refused: 0, processes: 0, free: 0 };

/**
 * Makes a server's {@link Lending}. Without `NATS_URL` nothing of NATS is loaded.
 * @throws SignifyError when a hand network is missing
 */
export function openLending(settings: Settings, log: Log, observer: () => ServerObserver): Lending {
  const vision = visionSettings(settings);
  // The vision processes load them; that one is missing is to be known here, and at once.
  handNetworkPaths(settings.LIVE_HAND_NETWORK);
  const confined = createConfinedSpawn(vision);
  let part: ServerPart | undefined;

  const pool = createVisionPool({
    size: visionProcessCount(settings),
    spawn: confined.spawn,
    timers: backgroundTimers,
    clock: systemClock,
    timeout: settings.VISION_TIMEOUT_MS,
    maxMemory: settings.MAX_VISION_MEMORY_MB * 2 ** 20,
    remoteSize: () => part?.count().processes ?? 0,
    onWaiting: (count) => part?.want(count),
    onLent: (place, waited) => observer().processLent(place, waited),
    onRestart(delay, reason) {
      observer().visionRestarted(reason);
      log.warn({ delay, reason }, "a vision process ended and is started again");
    },
  });

  const join = async () => {
    if (settings.NATS_URL.length === 0) return;
    const { joinAsServer } = await import("@signify/workers/cluster");
    part = joinAsServer({
      settings,
      vision,
      clock: systemClock,
      timers: backgroundTimers,
      timeout: settings.VISION_TIMEOUT_MS,
      lend: pool.lend,
      observer: {
        found: () => log.info("the cluster is found"),
        lost: () =>
          log.warn("the cluster is lost and looked for; this machine's vision processes go on alone"),
        workerRefused: (worker, because) => log.warn({ worker, because }, "a vision worker is refused"),
        offered: (isTaken) => observer().processOffered(isTaken),
        answered: (milliseconds, took) => observer().remoteAnswered(milliseconds, took),
        pictureLost: (reason) => observer().remoteLost(reason),
      },
    });
  };

  const cluster = (): ClusterState | undefined => {
    if (settings.NATS_URL.length === 0) return undefined;
    return part?.isConnected ? "connected" : "lost";
  };
  const countWorkers = () => part?.count() ?? noWorkers;

  return {
    get restraints() {
      return confined.restraints;
    },
    locatorFor: pool.locatorFor,
    get ready() {
      return pool.ready;
    },
    get busy() {
      return pool.busy;
    },
    get cluster() {
      return cluster();
    },
    countWorkers,
    isAble: () => pool.ready > 0 || (cluster() === "connected" && countWorkers().processes > 0),
    async start() {
      await Promise.all([
        confined
          .find()
          .then(pool.start)
          .then(() => pool.allReady),
        join(),
      ]);
    },
    async stop(deadline) {
      await confined.find();
      await pool.stop(deadline);
      await part?.stop();
    },
  };
}
