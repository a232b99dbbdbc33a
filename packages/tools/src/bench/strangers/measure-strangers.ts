import { fileURLToPath } from "node:url";
import { type LaunchedServer, launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { residentMegabytes } from "../../processes/processes.ts";
import { type BenchClient, connectBenchClient } from "../bench-client.ts";
import { handPicture } from "../pictures.ts";
import { percentile, round } from "../statistics.ts";
import type { FromStrangers, StrangersOrder } from "./messages.ts";
import { strangerNames } from "./stranger-table.ts";

/** What four strangers of one kind do to a learner and to the server; milliseconds and megabytes. */
export type StrangerFigures = {
  /** Frames that came back as hands: before the strangers came, and beside them. */
  framesKeptBeforePercent: number;
  framesKeptPercent: number;
  resetMedian: number;
  resetP99: number;
  resetSlowest: number;
  /** Of one core, by the server's own process and not its vision processes. */
  serverProcessorPercent: number;
  /** The most that the server held, above what it held before they came. */
  moreMegabytes: number;
  visionProcessesKilled: number;
} & FromStrangers;

/** Options of {@link measureStrangers}. */
export type StrangersOptions = {
  /** Whether those who are thrown out come back at once. */
  reconnect: boolean;
  /** The only kind to measure; default all. */
  kind?: string | undefined;
  /** Told what comes next. */
  note: (what: string) => void;
};

const strangers = 4;
const frameInterval = 66;
const resetInterval = 100;
const warmUp = 1500;
const baseline = 4000;
const milliseconds = 8000;

/** A learner with a camera beside four strangers of each kind, each kind on a server of its own. */
export async function measureStrangers({
  reconnect,
  kind,
  note,
}: StrangersOptions): Promise<Record<string, StrangerFigures>> {
  const picture = await handPicture();
  const figures: Record<string, StrangerFigures> = {};
  const names = strangerNames.filter((name) => kind === undefined || kind === name);
  if (names.length === 0) throw new Error(`Expected one of: ${strangerNames.join(", ")}.`);
  for (const name of names) {
    note(`strangers: ${name}`);
    await using server = await launchServer();
    figures[name] = await measureBeside(server, picture, name, reconnect);
  }
  return figures;
}

async function measureBeside(
  server: LaunchedServer,
  picture: Uint8Array,
  kind: string,
  reconnect: boolean,
): Promise<StrangerFigures> {
  const learner = await connectBenchClient(`${server.url}v1/recognize`);
  const camera = setInterval(() => learner.send(picture), frameInterval);
  const crowd = await startStrangers(kind);
  await Bun.sleep(warmUp);
  /** Frames kept since it was called, in percent. */
  const countFrames = () => {
    const [sent, seen] = [learner.sent, learner.replies.length];
    return () => Math.round((100 * (learner.replies.length - seen)) / (learner.sent - sent));
  };
  const keptBefore = countFrames();
  await resetUntil(learner, performance.now() + baseline);
  const framesKeptBeforePercent = keptBefore();

  const before = residentMegabytes(server.pid);
  const processorBefore = await processorSeconds(server);
  const start = performance.now();
  const kept = countFrames();
  let most = before;
  const meter = setInterval(() => {
    most = Math.max(most, residentMegabytes(server.pid));
  }, 50);
  crowd.order({ url: server.url, count: strangers, reconnect });
  const resets = await resetUntil(learner, performance.now() + milliseconds);
  const framesKeptPercent = kept();
  const processor = (await processorSeconds(server)) - processorBefore;
  const figures = {
    framesKeptBeforePercent,
    framesKeptPercent,
    resetMedian: round(percentile(resets, 0.5)),
    resetP99: round(percentile(resets, 0.99)),
    resetSlowest: round(Math.max(...resets)),
    serverProcessorPercent: Math.round((100_000 * processor) / (performance.now() - start)),
    moreMegabytes: Math.round(most - before),
  };
  clearInterval(camera);
  clearInterval(meter);
  const come = await crowd.report();
  crowd.end();
  const visionProcessesKilled = sumOfMetric(await readMetrics(server), "signify_vision_restarts_total");
  learner.close();
  return { ...figures, visionProcessesKilled, ...come };
}

const processorSeconds = async (server: LaunchedServer) =>
  sumOfMetric(await readMetrics(server), "process_cpu_seconds_total");

/** At a steady pace, however long one takes: a slow server must not get off with fewer samples. */
async function resetUntil(learner: BenchClient, end: number): Promise<number[]> {
  const samples: number[] = [];
  while (performance.now() < end) {
    const milliseconds = await learner.reset();
    samples.push(milliseconds);
    await Bun.sleep(Math.max(0, resetInterval - milliseconds));
  }
  return samples;
}

async function startStrangers(kind: string) {
  const program = fileURLToPath(new URL("strangers-main.ts", import.meta.url));
  const ready = Promise.withResolvers<void>();
  const report = Promise.withResolvers<FromStrangers>();
  const child = Bun.spawn([process.execPath, program, kind], {
    stdio: ["ignore", "inherit", "inherit"],
    ipc: (message: FromStrangers | "ready") =>
      message === "ready" ? ready.resolve() : report.resolve(message),
  });
  await ready.promise;
  return {
    order: (order: StrangersOrder) => child.send(order),
    report() {
      child.send("report");
      return report.promise;
    },
    end: () => child.kill(),
  };
}
