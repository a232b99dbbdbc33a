import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { availableParallelism } from "node:os";
import { type LaunchedServer, launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { childrenOf } from "@signify/tools/processes";
import { switchOnCamera } from "../support/camera.ts";
import { connect, connectTyped, type TypedClient } from "../support/client.ts";
import { holdNetworks, startedVision } from "../support/hold-networks.ts";
import { metricsAtRest, metricsWhen } from "../support/metrics.ts";
import { letterPicture, originalFrame, typedFrame } from "../support/pictures.ts";
import { hasProc } from "../support/processes.ts";
import { type ErrorReply, expectTypedMessages, isError, isReply } from "../support/replies.ts";

/** Vision processes that are killed, or hang, at the worst moments. A stopped process holds its frame in flight. */

const processes = 2;
const needs = `needs /proc and ${processes} cores`;
const cannot = !hasProc || availableParallelism() < processes;

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer({
    environment: { THREAD_POOL_MAX_WORKERS: String(processes), VISION_TIMEOUT_MS: "60000" },
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const jpeg = letterPicture("B");
const ready = "signify_vision_processes_ready";
const restarts = "signify_vision_restarts_total";
const failed = 'signify_frames_total{outcome="failed"}';

const allProcessesReady = () =>
  metricsWhen(server, "all vision processes", (values) => sumOfMetric(values, ready) === processes);

const frameInFlight = (count: number) =>
  metricsWhen(
    server,
    `${count} frames in flight`,
    (values) =>
      sumOfMetric(values, "signify_frames_accepted_total") - sumOfMetric(values, "signify_frames_total") ===
      count,
  );

/** Reads one picture by itself. */
async function readsLetters(client: TypedClient, sequence: number): Promise<void> {
  client.send(typedFrame(jpeg, sequence));
  expect((await client.next("prediction", (one) => one.sequence === sequence)).letter).toBe("B");
}

describe.skipIf(cannot)(`a vision process that is killed (${needs})`, () => {
  test("in mid-frame: that frame fails, the other one is read, the server stays ready, the process returns", async () => {
    const before = await allProcessesReady();
    const clients = [
      await connectTyped(server.url, { mode: "still" }),
      await connectTyped(server.url, { mode: "still" }),
    ];
    const [victim = 0, survivor = 0] = childrenOf(server.pid);
    for (const child of [victim, survivor]) process.kill(child, "SIGSTOP");
    for (const client of clients) client.send(typedFrame(jpeg, 7));
    await frameInFlight(2);
    process.kill(victim, "SIGKILL");
    await metricsWhen(server, "the loss of one", (values) => sumOfMetric(values, ready) === processes - 1);
    expect((await fetch(new URL("/readyz", server.page))).status).toBe(200);
    process.kill(survivor, "SIGCONT");
    const after = await frameInFlight(0);
    expect((after.get(failed) ?? 0) - (before.get(failed) ?? 0)).toBe(1);
    expect(sumOfMetric(after, restarts) - sumOfMetric(before, restarts)).toBe(1);

    for (const [index, client] of clients.entries()) {
      await readsLetters(client, 8 + index);
      expectTypedMessages(client.messages);
      client.close();
    }
    const first = clients.flatMap(({ messages }) =>
      messages.filter((one) => "sequence" in one && one.sequence === 7),
    );
    expect(first.map(({ type }) => type).sort()).toEqual(["error", "prediction"]);
    expect(first.find(({ type }) => type === "error")).toMatchObject({
      code: "vision-failed",
      retryable: true,
    });
    await allProcessesReady();
  });

  test("in mid-frame on the original protocol: an error, and then letters again", async () => {
    await allProcessesReady();
    using client = await connect(server.url);
    const children = childrenOf(server.pid);
    for (const child of children) process.kill(child, "SIGSTOP");
    client.send(originalFrame(jpeg));
    await frameInFlight(1);
    for (const child of children) process.kill(child, "SIGKILL");
    const lost = { error: "The picture could not be looked at. Send the next one." };
    expect(await client.next<ErrorReply>()).toEqual(lost);
    client.sendJson({ jpeg_blob: null, new_letter: "B" });
    expect(await client.next()).toEqual({ maxarg_letter: "A", target_arg_prob: 0 });
    using _camera = switchOnCamera(() => client.send(originalFrame(jpeg)));
    expect(await client.next("a letter", isReply)).toMatchObject({ maxarg_letter: "B" });
    const errors = client.messages.filter(isError);
    expect(errors.length).toBeLessThanOrEqual(processes);
    for (const error of errors) expect(error).toEqual(lost);
    await allProcessesReady();
  });

  test("while idle: nobody notices, and it returns", async () => {
    const before = await allProcessesReady();
    using client = await connectTyped(server.url, { mode: "still" });
    const [victim = 0] = childrenOf(server.pid);
    process.kill(victim, "SIGKILL");
    await metricsWhen(
      server,
      "a restart",
      (values) =>
        sumOfMetric(values, restarts) === sumOfMetric(before, restarts) + 1 &&
        sumOfMetric(values, ready) === processes,
    );
    for (let sequence = 0; sequence < 4; sequence++) await readsLetters(client, sequence);
    expect(client.messages.filter(({ type }) => type === "error")).toEqual([]);
  });

  test("again and again, all of them, while a client streams: the client is told, and gets its letters in the end", async () => {
    using client = await connectTyped(server.url, { events: ["landmarks"] });
    using camera = switchOnCamera((sequence) => client.send(typedFrame(jpeg, sequence)));
    const before = await allProcessesReady();
    for (let time = 1; time <= 3; time++) {
      for (const child of childrenOf(server.pid)) process.kill(child, "SIGKILL");
      await metricsWhen(
        server,
        "them to be back",
        (values) =>
          sumOfMetric(values, ready) === processes &&
          sumOfMetric(values, restarts) === sumOfMetric(before, restarts) + time * processes,
      );
    }
    const { frames } = camera;
    await client.next("landmarks", ({ sequence }) => sequence > frames);
    camera.off();
    expectTypedMessages(client.messages);
    client.close();
    const after = await metricsAtRest(server);
    expect(sumOfMetric(after, "signify_frames_accepted_total")).toBe(
      sumOfMetric(after, "signify_frames_total"),
    );
  });

  test("while it starts: the server is ready a little later", async () => {
    using held = holdNetworks();
    await using starting = await launchServer({
      ready: false,
      program: held.program,
      environment: { THREAD_POOL_MAX_WORKERS: String(processes) },
    });
    const first = await startedVision(starting, processes);
    held.letGo();
    for (const child of first) process.kill(child, "SIGKILL");
    await starting.logged("ready");
    expect(sumOfMetric(await readMetrics(starting), restarts)).toBe(processes);
    using client = await connectTyped(starting.url, { mode: "still" });
    await readsLetters(client, 1);
  });
});

describe.skipIf(cannot)(`a vision process that hangs (${needs})`, () => {
  test("fails its frame after the time for one picture and is replaced; a reset is answered all the while", async () => {
    await using impatient = await launchServer({
      environment: { THREAD_POOL_MAX_WORKERS: "1", VISION_TIMEOUT_MS: "2000" },
    });
    using client = await connectTyped(impatient.url, { mode: "still" });
    const [child = 0] = childrenOf(impatient.pid);
    process.kill(child, "SIGSTOP");
    client.send(typedFrame(jpeg, 1));
    client.send(typedFrame(jpeg, 2));
    client.tell({ type: "ping", id: 5 });
    await client.next("pong");
    expect(await client.next("error")).toMatchObject({ code: "vision-failed", sequence: 1, retryable: true });
    expect((await client.next("prediction")).sequence).toBe(2);
    expect(sumOfMetric(await readMetrics(impatient), restarts)).toBe(1);
    client.close();
    const after = await metricsAtRest(impatient);
    expect(after.get(failed)).toBe(1);
  });
});
