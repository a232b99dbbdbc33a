import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { type BenchClient, connectBenchClient } from "./bench-client.ts";
import { type FullServerFigures, measureFullServer } from "./full-server.ts";
import { handPicture } from "./pictures.ts";
import { percentile, round, summarize, type Times } from "./statistics.ts";
import { stream } from "./stream.ts";
import { measureVisionProcesses, type VisionProcessFigures } from "./vision-processes.ts";

/** Figures of a running server, in milliseconds where nothing else is said. */
export type ServerFigures = {
  startToListening: Times;
  startToReady: Times;
  connection: Times;
  /** New target to acknowledgement while both cores are full of frames. */
  resetUnderLoad: Times & { p99: number };
  shutdown: Times;
  /** Most clients at 10 frames a second of which 95 of 100 frames are looked at within 100 ms. */
  clientsAtTenFramesPerSecond: number;
  memoryPerConnectionKilobytes: number;
  visionProcesses: VisionProcessFigures;
  /** {@link FullServerFigures.picturesPerSecond} of eight learners. */
  serverPicturesPerSecond: FullServerFigures["picturesPerSecond"];
} & Pick<FullServerFigures, "ofVisionAlone" | "processorPerPicture">;

const sleep = (milliseconds: number) => Bun.sleep(milliseconds);
const environment = { MAX_CONNECTIONS: "1000", MAX_CONNECTIONS_PER_ADDRESS: "1000" };

/** Starts servers and measures them; `note` is told what comes next. */
export async function measureServer(rounds: number, note: (what: string) => void): Promise<ServerFigures> {
  const picture = await handPicture();
  note("start and shutdown");
  const starts = [];
  for (let round = 0; round < rounds; round++) {
    const server = await launchServer({ environment });
    const client = await connectBenchClient(addressOf(server));
    client.send(picture);
    starts.push({ ...server.milliseconds, shutdown: await stop(server) });
  }
  note("memory per connection");
  const memoryPerConnectionKilobytes = await measureMemory();
  note("one and two vision processes");
  const visionProcesses = await measureVisionProcesses(picture, rounds);
  note("a server with one and with two");
  const { picturesPerSecond, ...full } = await measureFullServer(picture, rounds);
  const server = await launchServer({ environment });
  note("connection");
  const connection = await measureConnection(server);
  note("reset under load");
  const resets = await measureResets(server, picture);
  note("clients at 10 frames a second");
  const clientsAtTenFramesPerSecond = await measureClients(server, picture);
  await stop(server);
  return {
    startToListening: summarize(starts.map(({ listening }) => listening)),
    startToReady: summarize(starts.map(({ ready }) => ready)),
    connection: summarize(connection),
    resetUnderLoad: { ...summarize(resets), p99: round(percentile(resets, 0.99)) },
    shutdown: summarize(starts.map(({ shutdown }) => shutdown)),
    clientsAtTenFramesPerSecond,
    memoryPerConnectionKilobytes,
    visionProcesses,
    serverPicturesPerSecond: picturesPerSecond,
    ...full,
  };
}

const addressOf = ({ url }: LaunchedServer) => `${url}v1/recognize`;

/** Ends a server as its operator does, and answers how many milliseconds that took. */
async function stop(server: LaunchedServer): Promise<number> {
  const start = performance.now();
  server.signal("SIGTERM");
  await server.exited;
  return performance.now() - start;
}

async function connectMany(server: LaunchedServer, count: number): Promise<BenchClient[]> {
  return Promise.all(Array.from({ length: count }, () => connectBenchClient(addressOf(server))));
}

async function measureConnection(server: LaunchedServer): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < 50; index++) {
    const client = await connectBenchClient(addressOf(server));
    samples.push(client.connected);
    client.close();
  }
  return samples.slice(5);
}

async function measureResets(server: LaunchedServer, picture: Uint8Array): Promise<number[]> {
  const load = await connectMany(server, 12);
  const learner = await connectBenchClient(addressOf(server));
  const seconds = 12;
  const streaming = stream([...load, learner], picture, 30, seconds);
  await sleep(1000);
  const samples: number[] = [];
  const end = performance.now() + (seconds - 2) * 1000;
  while (performance.now() < end) {
    samples.push(await learner.reset());
    await sleep(30);
  }
  await streaming;
  for (const client of [...load, learner]) client.close();
  return samples;
}

async function measureClients(server: LaunchedServer, picture: Uint8Array): Promise<number> {
  let most = 0;
  for (let count = 2; count <= 64; count += 2) {
    const clients = await connectMany(server, count);
    await stream(clients, picture, 10, 4);
    await sleep(300);
    const replies = clients.flatMap(({ replies }) => replies);
    const sent = clients.reduce((sum, client) => sum + client.sent, 0);
    for (const client of clients) client.close();
    const answered = [
      ...replies,
      ...Array.from({ length: sent - replies.length }, () => Number.POSITIVE_INFINITY),
    ];
    if (!(percentile(answered, 0.95) < 100)) return most;
    most = count;
  }
  return most;
}

async function measureMemory(): Promise<number> {
  const server = await launchServer({ environment });
  const resident = async () =>
    Number(/VmRSS:\s+(\d+) kB/.exec(await Bun.file(`/proc/${server.pid}/status`).text())?.[1]);
  // The first connections pay for code that is then compiled.
  for (const client of await connectMany(server, 50)) client.close();
  await sleep(500);
  const before = await resident();
  const clients = await connectMany(server, 400);
  await sleep(500);
  const after = await resident();
  for (const client of clients) client.close();
  await stop(server);
  return round((after - before) / clients.length);
}
