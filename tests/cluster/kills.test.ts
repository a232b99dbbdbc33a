import { describe, expect, test } from "bun:test";
import { connect, type SignifyClient } from "@signify/client-sdk";
import { type LaunchedServer, launchServer, sumOfMetric } from "@signify/server/launch";
import { engineProgram, type LaunchedWorker, launchWorker, startEngine } from "@signify/tools/cluster";
import { hasProgram } from "../deploy/support/program.ts";
import { startProxy } from "../deploy/support/proxy.ts";
import { type Camera, switchOnCamera } from "../support/camera.ts";
import { workersKnown } from "../support/cluster.ts";
import { metricsAtRest, metricsWhen } from "../support/metrics.ts";
import { letterPicture } from "../support/pictures.ts";
import { until } from "../support/with-deadline.ts";

/** Learners at two servers that share two workers, while a worker, NATS and a server are killed, each three times. */

const missing = [
  ...(engineProgram ? [] : ["nats-server"]),
  ...["nginx", "openssl"].filter((name) => !hasProgram(name)),
];
const learners = 6;
const times = 3;
const jpeg = letterPicture("B");

/** A learner who signs B ten times a second, and the longest time between two letters. */
type Learner = { client: SignifyClient; camera: Camera; letters: number; silence: number; heardAt: number };

async function joinLearner(url: string, certificate: string): Promise<Learner> {
  class TrustingSocket extends WebSocket {
    constructor(address: string) {
      super(address, { tls: { ca: certificate } } as never);
    }
  }
  const client = await connect({ url, target: "B", WebSocket: TrustingSocket as never });
  const camera = switchOnCamera(() => client.sendFrame(jpeg), 100, 600_000);
  const learner: Learner = { client, camera, letters: 0, silence: 0, heardAt: performance.now() };
  client.on("prediction", () => {
    const now = performance.now();
    learner.silence = Math.max(learner.silence, now - learner.heardAt);
    learner.heardAt = now;
    learner.letters += 1;
  });
  return learner;
}

describe.skipIf(missing.length > 0)("a cluster behind nginx (needs nats-server, nginx and openssl)", () => {
  test("survives the death of each of its parts, and counts no frame twice or not at all", async () => {
    await using engine = await startEngine();
    const workerSettings = { NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "1" };
    const serverSettings = {
      ...workerSettings,
      TRUST_PROXY: "true",
      // Every frame is answered, so that a silence is a silence.
      THROTTLE_PROBABILITY_THRESHOLD: "0",
      THROTTLE_MIN_INTERVAL_MS: "0",
    };
    const startOne = (port = "0") =>
      launchServer({ environment: { ...serverSettings, WEBSOCKET_PORT: port } });
    const servers: LaunchedServer[] = await Promise.all([startOne(), startOne()]);
    const workers: LaunchedWorker[] = await Promise.all([
      launchWorker(workerSettings),
      launchWorker(workerSettings),
    ]);
    const [one, other] = servers;
    if (!one || !other) throw new Error("expected two servers");
    await using proxy = await startProxy([one.port, other.port]);
    const url = `wss://127.0.0.1:${proxy.ports.tls}`;
    const people = await Promise.all(
      Array.from({ length: learners }, () => joinLearner(url, proxy.certificate)),
    );
    const allHear = async (count: number) => {
      const before = people.map(({ letters }) => letters);
      await until("letters of every learner", () =>
        people.every(({ letters }, index) => letters >= (before[index] ?? 0) + count),
      );
    };
    await allHear(10);

    const lostOf = async (server: LaunchedServer) =>
      (await metricsWhen(server, "metrics", () => true)).get('signify_frames_total{outcome="failed"}') ?? 0;
    const lostSoFar = async () =>
      (await Promise.all(servers.map(lostOf))).reduce((sum, count) => sum + count, 0);

    /** Kills a part, lets everybody hear letters again, mends it, and says what that cost. */
    const kill = async (
      name: string,
      part: (time: number) => { kill(): void | Promise<void>; mend(): Promise<void> },
    ) => {
      const silences: number[] = [];
      const losses: number[] = [];
      for (let time = 0; time < times; time++) {
        const { kill, mend } = part(time);
        const before = await lostSoFar();
        for (const learner of people) learner.silence = 0;
        await kill();
        await allHear(10);
        silences.push(Math.round(Math.max(...people.map(({ silence }) => silence))));
        await mend();
        // A server that was killed has taken its count along.
        losses.push(Math.max(0, (await lostSoFar()) - before));
        await allHear(5);
      }
      process.stderr.write(
        `${name} killed ${times} times: frames lost ${losses.join(", ")}; longest silence of a learner ${silences.join(", ")} ms\n`,
      );
      return losses;
    };

    const byWorker = await kill("worker", (time) => ({
      kill: () => workers[time % 2]?.signal("SIGKILL"),
      async mend() {
        workers[time % 2] = await launchWorker(workerSettings);
        for (const server of servers) await workersKnown(server, 2);
      },
    }));
    // It has one process: a picture in hand, and at most one on its way for each server.
    for (const count of byWorker) expect(count).toBeLessThanOrEqual(3);

    const byEngine = await kill("NATS", () => ({
      kill: engine.kill,
      async mend() {
        await engine.restart();
        for (const server of servers) await workersKnown(server, 2);
      },
    }));
    for (const count of byEngine) expect(count).toBeLessThanOrEqual(4);

    await kill("server", (time) => {
      const index = time % 2;
      const port = String(servers[index]?.port);
      return {
        async kill() {
          servers[index]?.signal("SIGKILL");
          await servers[index]?.exited;
          servers.splice(index, 1);
        },
        async mend() {
          servers.splice(index, 0, await startOne(port));
          await workersKnown(servers[index] as LaunchedServer, 2);
        },
      };
    });

    // With nginx's own way of counting failures a server that is back gets one learner in five seconds.
    expect(proxy.readLog().requests).not.toContain(" 502 ");
    for (const { camera, client } of people) {
      camera.off();
      client.close();
    }
    for (const server of servers) {
      const values = await metricsAtRest(server);
      expect(sumOfMetric(values, "signify_frames_total")).toBe(
        sumOfMetric(values, "signify_frames_accepted_total"),
      );
    }
    for (const part of [...servers, ...workers]) await part[Symbol.asyncDispose]();
  }, 240_000);
});
