import { type LaunchedServer, launchServer, readMetrics } from "@signify/server/launch";
import { launchWorker, startEngine } from "../../cluster/index.ts";
import { connectBenchClient } from "../bench-client.ts";
import { handPicture } from "../pictures.ts";
import { picturesSeen } from "../pictures-seen.ts";
import { percentile, round, summarize, type Times } from "../statistics.ts";
import { stream } from "../stream.ts";
import { processorTimes } from "./processor-time.ts";

/** What one way of placing two vision processes does. */
export type PlaceFigures = {
  /** Pictures a second that eight learners get looked at who always have one waiting. */
  picturesPerSecond: number;
  /** Milliseconds from a frame to its landmarks for one learner at 10 frames a second. */
  frameToLandmarks: Times;
  /** Milliseconds of processor time for each picture under the full load, by part. */
  processorPerPicture: Record<string, number>;
};

/** Two vision processes of the server itself, and the same two behind NATS; medians over the rounds, taken in turn. */
export type ClusterFigures = {
  local: PlaceFigures;
  remote: PlaceFigures;
  /** Pictures a second, remote / local, pair by pair. Aim: at least 0.9. */
  throughputRatio: number;
  /** Milliseconds that the median frame takes longer. Aim: at most 1. */
  longer: number;
};

const learners = 8;
const offeredPerLearner = 45;
const warmSeconds = 2;
const seconds = 5;
const quietFrames = 120;
const quietRate = 10;

type Service = AsyncDisposable & { server: LaunchedServer; programs: Record<string, number> };

async function startLocal(): Promise<Service> {
  const server = await launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "2" } });
  return { server, programs: { server: server.pid }, [Symbol.asyncDispose]: server[Symbol.asyncDispose] };
}

async function startRemote(): Promise<Service> {
  const engine = await startEngine();
  const worker = await launchWorker({ NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "2" });
  const environment = { NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "0" };
  const server = await launchServer({ environment });
  while ((await readMetrics(server)).get('signify_cluster_processes{state="known"}') !== 2)
    await Bun.sleep(50);
  return {
    server,
    programs: { server: server.pid, worker: worker.pid, nats: engine.pid },
    async [Symbol.asyncDispose]() {
      for (const part of [server, worker, engine]) await part[Symbol.asyncDispose]();
    },
  };
}

/** Compares the two places; needs `nats-server`. */
export async function measureCluster(rounds: number, note: (what: string) => void): Promise<ClusterFigures> {
  const picture = await handPicture();
  const places = { local: startLocal, remote: startRemote };
  const runs = { local: [] as PlaceFigures[], remote: [] as PlaceFigures[] };
  for (let count = 1; count <= rounds; count++)
    for (const [place, start] of Object.entries(places)) {
      note(`two ${place} vision processes (${count} of ${rounds})`);
      await using service = await start();
      runs[place as keyof typeof places].push(await measurePlace(service, picture));
    }
  const ratios = runs.remote.map(
    ({ picturesPerSecond }, run) => picturesPerSecond / (runs.local[run]?.picturesPerSecond ?? Number.NaN),
  );
  const [local, remote] = [middle(runs.local), middle(runs.remote)];
  return {
    local,
    remote,
    throughputRatio: round(percentile(ratios, 0.5)),
    longer: round(remote.frameToLandmarks.median - local.frameToLandmarks.median),
  };
}

async function measurePlace({ server, programs }: Service, picture: Uint8Array): Promise<PlaceFigures> {
  const address = `${server.url}v1/recognize`;
  const quiet = await connectBenchClient(address);
  await stream([quiet], picture, quietRate, quietFrames / quietRate);
  quiet.close();

  const clients = await Promise.all(Array.from({ length: learners }, () => connectBenchClient(address, [])));
  const load = (howLong: number) => stream(clients, picture, offeredPerLearner, howLong);
  await load(warmSeconds);
  const [seenBefore, timesBefore] = [await picturesSeen(server), processorTimes(programs)];
  const start = performance.now();
  await load(seconds);
  const elapsed = (performance.now() - start) / 1000;
  const [seen, times] = [(await picturesSeen(server)) - seenBefore, processorTimes(programs)];
  for (const client of clients) client.close();
  const perPicture = Object.entries(times).map(([part, time]) => [
    part,
    round((time - (timesBefore[part] ?? 0)) / seen),
  ]);
  return {
    picturesPerSecond: round(seen / elapsed),
    frameToLandmarks: summarize(quiet.replies.slice(20)),
    processorPerPicture: Object.fromEntries(perPicture),
  };
}

/** Of each figure the middle one. */
function middle(runs: readonly PlaceFigures[]): PlaceFigures {
  const of = (figure: (run: PlaceFigures) => number) => round(percentile(runs.map(figure), 0.5));
  const parts = Object.keys(runs[0]?.processorPerPicture ?? {});
  return {
    picturesPerSecond: of(({ picturesPerSecond }) => picturesPerSecond),
    frameToLandmarks: {
      median: of(({ frameToLandmarks }) => frameToLandmarks.median),
      p95: of(({ frameToLandmarks }) => frameToLandmarks.p95),
    },
    processorPerPicture: Object.fromEntries(
      parts.map((part) => [part, of(({ processorPerPicture }) => processorPerPicture[part] ?? Number.NaN)]),
    ),
  };
}
