import { type LaunchedServer, launchServer, readMetrics } from "@signify/server/launch";
import {
  engineProgram,
  type LaunchedWorker,
  launchWorker,
  type RunningEngine,
  startEngine,
} from "@signify/tools/cluster";
import { metricsAtRest, metricsWhen } from "./metrics.ts";

/** Without NATS the tests that need it are skipped, by this name. */
export const needsEngine = "needs nats-server (apt-get install nats-server)";
/** Whether they are. */
export const hasNoEngine = engineProgram === null;

/** An engine, servers that have no vision processes of their own, and workers. */
export type Cluster = AsyncDisposable & {
  engine: RunningEngine;
  servers: LaunchedServer[];
  workers: LaunchedWorker[];
};

/** What a cluster is made of. */
export type ClusterShape = {
  servers?: number;
  workers?: number;
  /** Settings of all servers, and of all workers. */
  serverSettings?: Record<string, string>;
  workerSettings?: Record<string, string>;
  workingDirectory?: string;
};

/** Starts a cluster and waits until every server knows every worker. */
export async function startCluster(shape: ClusterShape = {}): Promise<Cluster> {
  const {
    servers: serverCount = 1,
    workers: workerCount = 1,
    serverSettings,
    workerSettings,
    workingDirectory,
  } = shape;
  const started: AsyncDisposable[] = [];
  const dispose = async () => {
    for (const one of started.toReversed()) await one[Symbol.asyncDispose]();
  };
  const keep = <T extends AsyncDisposable>(one: T): T => {
    started.push(one);
    return one;
  };
  const place = workingDirectory ? { workingDirectory } : {};
  try {
    const engine = keep(await startEngine());
    const common = { NATS_URL: engine.url };
    const workers = await Promise.all(
      Array.from({ length: workerCount }, async () =>
        keep(await launchWorker({ ...common, THREAD_POOL_MAX_WORKERS: "1", ...workerSettings }, place)),
      ),
    );
    const servers = await Promise.all(
      Array.from({ length: serverCount }, async () =>
        keep(
          await launchServer({
            environment: { ...common, THREAD_POOL_MAX_WORKERS: "0", ...serverSettings },
            ...place,
          }),
        ),
      ),
    );
    for (const server of servers) await workersKnown(server, workerCount);
    return { engine, servers, workers, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Waits until a server knows so many workers. */
export const workersKnown = (server: { page: string }, count: number) =>
  metricsWhen(
    server,
    `${count} workers`,
    (values) => values.get('signify_cluster_workers{state="known"}') === count,
  );

/**
 * Frames that failed though no machine was too busy: a worker that hears too late that its offer is taken, or gives no sign of
 * life in time, has its picture fail, and both are counted.
 */
export async function unexcusedFailures(
  servers: readonly LaunchedServer[],
  workers: readonly LaunchedWorker[],
): Promise<number> {
  let failures = 0;
  for (const server of servers) {
    const values = await metricsAtRest(server);
    failures += values.get('signify_frames_total{outcome="failed"}') ?? 0;
    failures -= values.get('signify_cluster_leases_lost_total{reason="silent"}') ?? 0;
  }
  for (const worker of workers)
    failures -= (await readMetrics(worker)).get('signify_worker_offers_total{end="lost"}') ?? 0;
  return Math.max(0, failures);
}
