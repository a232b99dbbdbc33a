import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { mainThread, type ThreadTimes, threadTimes } from "../processes/thread-times.ts";
import { type BenchClient, connectBenchClient } from "./bench-client.ts";
import { picturesSeen } from "./pictures-seen.ts";
import { percentile, round } from "./statistics.ts";
import { stream } from "./stream.ts";
import { twoAlone } from "./vision-processes.ts";

/** What a server looks at when it is offered more than it can look at. */
export type FullServerFigures = {
  /** Pictures a second with one and with two vision processes. On two cores server and learners take their share of the second. */
  picturesPerSecond: { one: number; two: number };
  /** Those with two, as a share of what the two do alone, pair by pair. Aim: at least 0.93. */
  ofVisionAlone: number;
  /**
   * Milliseconds of processor time for each of these pictures, two vision processes: the server's main thread (aim: at
   * most 0.3), its letter thread and its others, and the learners, who are one process here.
   */
  processorPerPicture: { main: number; letters: number; others: number; learners: number };
};

type Run = { perSecond: number; processor: FullServerFigures["processorPerPicture"] };

const learners = 8;
const seconds = 3;
const firstRate = 20;
const warmSeconds = 2;
/** How much more is offered each time, and the share of it below which the answers are the limit. */
const step = 1.25;
const isLimit = 0.9;
const letterThread = "Worker";

/** Offers each server more and more until it does not look at all of it; medians over the rounds, taken in turn. */
export async function measureFullServer(picture: Uint8Array, rounds: number): Promise<FullServerFigures> {
  const one: Run[] = [];
  const two: Run[] = [];
  const ratios: number[] = [];
  for (let count = 0; count < rounds; count++) {
    one.push(await fill(picture, 1));
    const run = await fill(picture, 2);
    two.push(run);
    ratios.push(run.perSecond / (await twoAlone(picture)));
  }
  const middle = (runs: readonly Run[], figure: (run: Run) => number) =>
    round(percentile(runs.map(figure), 0.5));
  return {
    picturesPerSecond: {
      one: middle(one, ({ perSecond }) => perSecond),
      two: middle(two, ({ perSecond }) => perSecond),
    },
    ofVisionAlone: round(percentile(ratios, 0.5)),
    processorPerPicture: {
      main: middle(two, ({ processor }) => processor.main),
      letters: middle(two, ({ processor }) => processor.letters),
      others: middle(two, ({ processor }) => processor.others),
      learners: middle(two, ({ processor }) => processor.learners),
    },
  };
}

/** What a server with so many vision processes does at the load of which it looks at the most. */
async function fill(picture: Uint8Array, processes: number): Promise<Run> {
  const environment = { THREAD_POOL_MAX_WORKERS: String(processes), MAX_FRAMES_PER_SECOND: "1000" };
  await using server = await launchServer({ environment });
  // As learners' apps do: they ask for no landmarks.
  const clients = await Promise.all(
    Array.from({ length: learners }, () => connectBenchClient(`${server.url}v1/recognize`, [])),
  );
  await stream(clients, picture, firstRate, warmSeconds);
  let most: Run | undefined;
  for (let rate = firstRate; ; rate *= step) {
    const run = await offer(server, clients, picture, rate);
    if (!most || run.perSecond > most.perSecond) most = run;
    if (run.perSecond < isLimit * rate * learners) return most;
  }
}

async function offer(
  server: LaunchedServer,
  clients: readonly BenchClient[],
  picture: Uint8Array,
  rate: number,
): Promise<Run> {
  const before = await look(server);
  await stream(clients, picture, rate, seconds);
  const after = await look(server);
  const seen = after.seen - before.seen;
  const used = (threads: keyof typeof before.processor) =>
    round((after.processor[threads] - before.processor[threads]) / seen);
  return {
    perSecond: (1000 * seen) / (after.at - before.at),
    processor: {
      main: used("main"),
      letters: used("letters"),
      others: used("others"),
      learners: used("learners"),
    },
  };
}

/** Pictures looked at, by the server's own count, and what all has cost so far. */
async function look(server: LaunchedServer) {
  const seen = await picturesSeen(server);
  const threads = threadTimes(server.pid);
  const [main, letters] = [threads.get(mainThread) ?? Number.NaN, threads.get(letterThread) ?? 0];
  const others = sum(threads) - main - letters;
  return {
    at: performance.now(),
    seen,
    processor: { main, letters, others, learners: sum(threadTimes(process.pid)) },
  };
}

const sum = (threads: ThreadTimes) => [...threads.values()].reduce((total, time) => total + time, 0);
