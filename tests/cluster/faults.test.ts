import { afterEach, describe, expect, test } from "bun:test";
import type { MetricValues } from "@signify/server/launch";
import { launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { launchWorker, startEngine } from "@signify/tools/cluster";
import { childrenOf } from "@signify/tools/processes";
import { type Camera, switchOnCamera } from "../support/camera.ts";
import { connectTyped, type TypedClient } from "../support/client.ts";
import {
  type Cluster,
  type ClusterShape,
  hasNoEngine,
  needsEngine,
  startCluster,
  unexcusedFailures,
  workersKnown,
} from "../support/cluster.ts";
import { metricsAtRest, metricsWhen } from "../support/metrics.ts";
import { letterPicture, typedFrame } from "../support/pictures.ts";
import { until } from "../support/with-deadline.ts";

/** Parts of a cluster that die, hang or are cut off while learners are at it. */

const jpeg = letterPicture("B");
const lost = "signify_cluster_leases_lost_total";

type Learner = { client: TypedClient; camera: Camera; landmarks(): number };

async function joinLearner(server: { url: string }): Promise<Learner> {
  const client = await connectTyped(server.url, { target: "B", events: ["landmarks", "status"] });
  const camera = switchOnCamera((sequence) => client.send(typedFrame(jpeg, sequence)), 50);
  return {
    client,
    camera,
    landmarks: () => client.messages.filter(({ type }) => type === "landmarks").length,
  };
}

const leave = ({ client, camera }: Learner) => {
  camera.off();
  client.close();
};

/** Waits until every learner has seen its hand some times more. */
async function allGoOn(learners: readonly Learner[], times = 5): Promise<void> {
  const before = learners.map((learner) => learner.landmarks());
  await until("every learner's hand", () =>
    learners.every((learner, index) => learner.landmarks() >= (before[index] ?? 0) + times),
  );
}

/** Every frame that was accepted has ended, once. */
async function expectEveryFrameEnded(server: { page: string }): Promise<MetricValues> {
  const values = await metricsAtRest(server);
  expect(sumOfMetric(values, "signify_frames_total")).toBe(
    sumOfMetric(values, "signify_frames_accepted_total"),
  );
  return values;
}

/** Pictures may take as long as they like, for a busy machine is too slow for some. */
const patient = {
  serverSettings: { VISION_TIMEOUT_MS: "600000" },
  workerSettings: { VISION_TIMEOUT_MS: "600000" },
};

describe.skipIf(hasNoEngine)(`a cluster (${needsEngine})`, () => {
  let cluster: Cluster;
  const start = async (shape: ClusterShape) => {
    cluster = await startCluster(shape);
    const [server] = cluster.servers;
    if (!server) throw new Error("expected a server");
    return { ...cluster, server };
  };
  afterEach(async () => {
    await cluster?.[Symbol.asyncDispose]();
  });

  test("whose worker is killed loses the pictures that it had in hand, and goes on with the others", async () => {
    const { server, workers } = await start({ workers: 2, ...patient });
    const learners = await Promise.all([1, 2, 3].map(() => joinLearner(server)));
    await allGoOn(learners);
    workers[0]?.signal("SIGKILL");
    await allGoOn(learners);
    await workersKnown(server, 1);
    await allGoOn(learners);
    learners.forEach(leave);
    const values = await expectEveryFrameEnded(server);
    // One process, one picture in hand; and at most one more on its way to it.
    expect(sumOfMetric(values, lost)).toBeLessThanOrEqual(2);
    expect(values.get('signify_frames_total{outcome="failed"}') ?? 0).toBe(sumOfMetric(values, lost));
    expect((await fetch(new URL("/readyz", server.page))).status).toBe(200);
  });

  test("whose worker hangs gives it up after a silence, long before the time of a picture is over", async () => {
    const { server, workers } = await start({
      workers: 2,
      ...patient,
    });
    const learners = await Promise.all([1, 2, 3].map(() => joinLearner(server)));
    await allGoOn(learners);
    const { pid = 0 } = workers[0] ?? {};
    // Its vision process first, so that it hangs with a picture in hand.
    const [child = 0] = childrenOf(pid);
    process.kill(child, "SIGSTOP");
    const [worker] = workers;
    if (worker)
      await metricsWhen(
        worker,
        "a picture in hand",
        (values) =>
          (values.get('signify_worker_offers_total{end="taken"}') ?? 0) >
          sumOfMetric(values, "signify_worker_pictures_total"),
      );
    process.kill(pid, "SIGSTOP");
    await metricsWhen(
      server,
      "a silent worker",
      (values) => (values.get(`${lost}{reason="silent"}`) ?? 0) > 0,
    );
    await workersKnown(server, 1);
    await allGoOn(learners);
    for (const one of [child, pid]) process.kill(one, "SIGCONT");
    await workersKnown(server, 2);
    await allGoOn(learners);
    learners.forEach(leave);
    await expectEveryFrameEnded(server);
  });

  test("whose idle worker hangs asks another one", async () => {
    const { server, workers } = await start({ workers: 2, ...patient });
    process.kill(workers[0]?.pid ?? 0, "SIGSTOP");
    const learner = await joinLearner(server);
    await allGoOn([learner], 20);
    process.kill(workers[0]?.pid ?? 0, "SIGCONT");
    leave(learner);
    const values = await expectEveryFrameEnded(server);
    expect(values.get('signify_frames_total{outcome="failed"}') ?? 0).toBe(0);
  });

  test("whose vision process hangs is told that the picture took too long, and gets another process", async () => {
    const { server, workers } = await start({ workerSettings: { VISION_TIMEOUT_MS: "1500" } });
    const learner = await joinLearner(server);
    await allGoOn([learner]);
    const [child = 0] = childrenOf(workers[0]?.pid ?? 0);
    process.kill(child, "SIGSTOP");
    await learner.client.next("error", (one) => one.code === "vision-failed");
    await allGoOn([learner]);
    leave(learner);
    const values = await expectEveryFrameEnded(server);
    expect(sumOfMetric(values, lost)).toBe(0);
  });

  test("that loses NATS goes on with the server's own processes, says so once, and is found again by itself", async () => {
    const { engine, server } = await start({ serverSettings: { THREAD_POOL_MAX_WORKERS: "1" } });
    const ready = async () => (await fetch(new URL("/readyz", server.page))).json();
    expect(await ready()).toEqual({ status: "ready", cluster: "connected" });
    const learners = await Promise.all([1, 2, 3].map(() => joinLearner(server)));
    await allGoOn(learners);
    await engine.kill();
    await server.logged("the cluster is lost and looked for; this machine's vision processes go on alone");
    expect(await ready()).toEqual({ status: "ready", cluster: "lost" });
    expect((await readMetrics(server)).get("signify_cluster_connected")).toBe(0);
    await allGoOn(learners);
    await engine.restart();
    await metricsWhen(server, "the cluster again", (values) => values.get("signify_cluster_connected") === 1);
    const before = sumOfMetric(await readMetrics(server), "signify_cluster_round_trip_milliseconds_count");
    await metricsWhen(
      server,
      "pictures looked at elsewhere",
      (values) => sumOfMetric(values, "signify_cluster_round_trip_milliseconds_count") > before + 5,
    );
    await allGoOn(learners);
    learners.forEach(leave);
    await expectEveryFrameEnded(server);
    const said = server.log.map(({ msg }) => msg).filter((msg) => msg.includes("cluster"));
    expect(said).toHaveLength(3);
  });

  test("that loses NATS and has nothing else says that it is not ready; its learners see their hands when NATS is back", async () => {
    const { engine, server } = await start({});
    const learner = await joinLearner(server);
    await allGoOn([learner]);
    await engine.kill();
    const ready = () => fetch(new URL("/readyz", server.page));
    await until("the server not to be ready", async () => (await ready()).status === 503);
    expect(await (await ready()).json()).toEqual({ status: "not-ready", cluster: "lost" });
    await engine.restart();
    await allGoOn([learner]);
    expect((await ready()).status).toBe(200);
    leave(learner);
    await expectEveryFrameEnded(server);
  });

  test("whose server is killed serves the others, and the workers are free again", async () => {
    const { servers, workers, server } = await start({ servers: 2 });
    const [, other] = servers;
    const learners = [await joinLearner(server), await joinLearner(other ?? server)];
    await allGoOn(learners);
    server.signal("SIGKILL");
    await allGoOn(learners.slice(1));
    learners.forEach(leave);
    await metricsAtRest(other ?? server);
    const [worker] = workers;
    if (worker)
      await metricsWhen(
        worker,
        "a free process",
        (values) => values.get("signify_vision_processes_busy") === 0,
      );
  });

  test("whose worker is told to stop loses nothing", async () => {
    const { server, workers } = await start({ workers: 2, ...patient });
    const learners = await Promise.all([1, 2, 3].map(() => joinLearner(server)));
    await allGoOn(learners);
    workers[0]?.signal("SIGTERM");
    expect(await workers[0]?.exited).toBe(0);
    await workersKnown(server, 1);
    await allGoOn(learners);
    learners.forEach(leave);
    await expectEveryFrameEnded(server);
    expect(await unexcusedFailures([server], workers.slice(1))).toBe(0);
    expect(workers[0]?.log.at(-1)).toMatchObject({ msg: "stopped", failed_pictures: 0 });
  });

  test("a new target is acknowledged at once while its worker hangs, and nothing of the old one comes", async () => {
    const { server, workers } = await start({});
    const learner = await joinLearner(server);
    await allGoOn([learner]);
    process.kill(workers[0]?.pid ?? 0, "SIGSTOP");
    learner.client.tell({ type: "target.set", target: "Q" });
    const { epoch } = await learner.client.next("target.reset");
    process.kill(workers[0]?.pid ?? 0, "SIGCONT");
    await learner.client.next("prediction", (one) => one.epoch === epoch);
    const after = learner.client.messages.findIndex(
      (one) => one.type === "target.reset" && one.epoch === epoch,
    );
    for (const message of learner.client.messages.slice(after))
      if (message.type === "prediction") expect(message.epoch).toBe(epoch);
    leave(learner);
    await expectEveryFrameEnded(server);
  });
});

describe.skipIf(hasNoEngine)(`without an engine yet (${needsEngine})`, () => {
  test("server and worker start, and find each other when it is there", async () => {
    await using engine = await startEngine();
    await engine.kill();
    const environment = { NATS_URL: engine.url };
    await using server = await launchServer({
      environment: { ...environment, THREAD_POOL_MAX_WORKERS: "0" },
    });
    await using worker = await launchWorker(environment);
    await server.logged("the cluster is lost and looked for; this machine's vision processes go on alone");
    await worker.logged("the cluster is lost and looked for");
    await engine.restart();
    await workersKnown(server, 1);
    const learner = await joinLearner(server);
    await allGoOn([learner]);
    leave(learner);
  });
});
