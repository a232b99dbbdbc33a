import { describe, expect, test } from "bun:test";
import { launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { launchWorker, startEngine } from "@signify/tools/cluster";
import { hasNoEngine, unexcusedFailures, workersKnown } from "../support/cluster.ts";
import { letterPicture } from "../support/pictures.ts";
import { until } from "../support/with-deadline.ts";
import { startLearner } from "./support/learner.ts";
import { hasProgram } from "./support/program.ts";
import { startProxy } from "./support/proxy.ts";

/** A cluster goes from one version to the next as docs/operations.md says, while learners are at it. */

const missing = [
  ...(hasNoEngine ? ["nats-server"] : []),
  ...["nginx", "openssl"].filter((name) => !hasProgram(name)),
];
const learners = 4;
/** A picture may take as long as it likes: what an upgrade must not lose is not what a busy machine is too slow for. */
const patient = { VISION_TIMEOUT_MS: "600000" };
const jpeg = letterPicture("B");
/** What stands for two versions: a setting that decides how pictures are read. */
const [before, after] = [{ MIN_TRACKING_CONFIDENCE: "0.5" }, { MIN_TRACKING_CONFIDENCE: "0.51" }];

describe.skipIf(missing.length > 0)("the upgrade of a cluster (needs nats-server, nginx and openssl)", () => {
  test("moves all learners and all work to the new version, and no picture fails", async () => {
    await using engine = await startEngine();
    await using stack = new AsyncDisposableStack();
    const startWorker = async (version: Record<string, string>) =>
      stack.use(
        await launchWorker({ NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "1", ...patient, ...version }),
      );
    const startServer = async (version: Record<string, string>, port = "0") => {
      const environment = {
        ...{ NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "0", WEBSOCKET_PORT: port },
        ...{ TRUST_PROXY: "true", DRAIN_SECONDS: "600", THROTTLE_PROBABILITY_THRESHOLD: "0" },
        ...patient,
        ...version,
      };
      const server = stack.use(await launchServer({ environment }));
      await workersKnown(server, 1);
      return server;
    };
    const oldWorker = await startWorker(before);
    const servers = [await startServer(before), await startServer(before)] as const;
    const proxy = stack.use(await startProxy([servers[0].port, servers[1].port]));
    const people = await Promise.all(
      Array.from({ length: learners }, () => startLearner(proxy, 100, (client) => client.sendFrame(jpeg))),
    );
    const allHear = async (count: number) => {
      const heard = people.map(({ letters }) => letters);
      await until("letters of every learner", () =>
        people.every(({ letters }, index) => letters >= (heard[index] ?? 0) + count),
      );
    };
    await allHear(5);
    for (const one of people) one.silence = 0;

    const newWorker = await startWorker(after);
    expect(await newWorker.logged("a server takes nothing from this worker")).toMatchObject({
      because: "another MIN_TRACKING_CONFIDENCE",
    });
    await allHear(5);
    const upgraded = [];
    for (const server of servers) {
      server.signal("SIGTERM");
      expect(await server.exited).toBe(0);
      const next = await startServer(after, String(server.port));
      expect((await fetch(new URL("/readyz", next.page))).status).toBe(200);
      upgraded.push(next);
      await allHear(5);
    }
    const read = async (worker: { page: string }) =>
      sumOfMetric(await readMetrics(worker), "signify_worker_pictures_total");
    const readByOld = await read(oldWorker);
    await allHear(5);
    expect(await read(oldWorker)).toBe(readByOld);
    expect(await read(newWorker)).toBeGreaterThan(0);
    oldWorker.signal("SIGTERM");
    expect(await oldWorker.exited).toBe(0);
    await allHear(5);

    const silence = Math.round(Math.max(...people.map((one) => one.silence)));
    process.stderr.write(`upgrade of a cluster: ${learners} learners, longest silence ${silence} ms\n`);
    expect(people.flatMap(({ states }) => states)).toEqual([]);
    for (const one of people) one.stop();
    expect(await unexcusedFailures(upgraded, [newWorker])).toBe(0);
    expect(oldWorker.log.at(-1)).toMatchObject({ msg: "stopped", failed_pictures: 0 });
    for (const server of servers) expect(server.log.at(-1)).toMatchObject({ msg: "stopped" });
  }, 180_000);
});
