import { landmarkFrameLength, noTracking, systemClock, systemTimers } from "@signify/core";
import { readSettings } from "@signify/server/settings";
import type { FreeProcess } from "@signify/workers";
import { joinAsServer, joinAsWorker } from "@signify/workers/cluster";
import { visionSettings } from "@signify/workers/settings";
import { startEngine } from "../../cluster/index.ts";
import { processorTime } from "../../processes/processes.ts";
import { handPicture } from "../pictures.ts";
import { round, summarize } from "../statistics.ts";

const seconds = 6;
/** Milliseconds for which a made-up process looks at a picture. */
const looking = 5;

/**
 * What a picture costs NATS, in milliseconds of processor time, and how long it is on its way: a server's and a worker's part
 * in one process, with made-up vision processes. `few` and `many` have fewer waiting connections than processes, `full` more.
 */
export async function measureEngine() {
  return {
    few: await measure({ processes: 8, connections: 3 }),
    many: await measure({ processes: 24, connections: 10 }),
    full: await measure({ processes: 4, connections: 12 }),
  };
}

async function measure({ processes, connections }: { processes: number; connections: number }) {
  await using nats = await startEngine();
  const settings = readSettings({ NATS_URL: nats.url });
  const common = { settings, vision: visionSettings(settings), clock: systemClock, timers: systemTimers };
  const jpeg = await handPicture();
  const ways: number[] = [];
  let waiting = connections;
  let pictures = 0;
  let isOver = false;
  const found = Promise.withResolvers<void>();

  const server = joinAsServer({
    ...common,
    timeout: 5000,
    lend(process) {
      if (waiting === 0 || isOver) return false;
      waiting -= 1;
      server.want(waiting);
      void process
        .locate({ jpeg, mirrored: false, mode: "live", tracking: noTracking })
        .then(
          () => pictures++,
          () => {}, // It was in hand when the bench was over.
        )
        .finally(async () => {
          process.release();
          // As a learner's next frame comes: not at once.
          await Bun.sleep(looking);
          waiting += 1;
          server.want(isOver ? 0 : waiting);
        });
      return true;
    },
    observer: {
      found: () => found.resolve(),
      lost() {},
      workerRefused() {},
      offered() {},
      answered: (milliseconds, took) => void ways.push(milliseconds - took),
      pictureLost() {},
    },
  });
  const worker = joinAsWorker({
    ...common,
    id: "bench",
    ready: () => processes,
    observer: { found() {}, lost() {}, refused() {}, offered() {}, looked() {}, nonsense() {} },
  });
  const free = (): FreeProcess => ({
    place: "local",
    alive: true,
    broke: false,
    async locate() {
      await Bun.sleep(looking);
      const timings = { decode: 0, palm: 0, warp: 0, hand: looking };
      return {
        landmarks: new Float32Array(landmarkFrameLength),
        hands: 1,
        aspect: 4 / 3,
        tracking: noTracking,
        timings,
      };
    },
    release: () => worker.take(free()),
  });
  await found.promise;
  for (let process = 0; process < processes; process++) worker.take(free());
  server.want(waiting);
  await Bun.sleep(1500);

  const before = { pictures, nats: processorTime(nats.pid), own: process.cpuUsage() };
  ways.length = 0;
  await Bun.sleep(1000 * seconds);
  const seen = pictures - before.pictures;
  const own = process.cpuUsage(before.own);
  const figures = {
    picturesPerSecond: round(seen / seconds),
    natsMilliseconds: round((processorTime(nats.pid) - before.nats) / seen),
    serverAndWorkerMilliseconds: round((own.user + own.system) / 1000 / seen),
    // To the engine with the picture, from it, and back with the landmarks.
    hop: summarize(ways.map((way) => way / 4)),
  };
  isOver = true;
  await server.stop();
  await worker.close();
  return figures;
}
