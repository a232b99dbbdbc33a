import { describe, expect, test } from "bun:test";
import { launchServer } from "@signify/server/launch";
import { childrenOf } from "@signify/tools/processes";
import { switchOnCamera } from "../support/camera.ts";
import { connect, connectTyped } from "../support/client.ts";
import { holdNetworks, startedVision } from "../support/hold-networks.ts";
import { letterPicture, originalFrame, typedFrame } from "../support/pictures.ts";
import { hasProc, isRunning } from "../support/processes.ts";
import { connectRaw } from "../support/raw-client.ts";
import { until } from "../support/with-deadline.ts";

/** I7: shutdown ends within its deadline, with close code 1001 for everyone and the original's figures last. */

const deadline = 1000;
const environment = { SHUTDOWN_DEADLINE_MS: String(deadline) };
/** Ten minutes, longer than any test may take: a server that ends with it was not held up. */
const endless = { SHUTDOWN_DEADLINE_MS: "600000" };

const originalFigures = [
  "uptime_seconds",
  "processed_frames",
  "dropped_frames",
  "drop_rate",
  "inference_count",
  "error_count",
  "avg_frame_time_ms",
  "fps",
];

describe.each(["SIGTERM", "SIGINT"] as const)("%s", (signal) => {
  test("while clients stream: 1001 to each, exit code 0, the original's figures in the last line, no process left", async () => {
    await using server = await launchServer({ environment });
    const children = hasProc ? childrenOf(server.pid) : [];
    const original = await connect(server.url);
    const typed = await connectTyped(server.url);
    const jpeg = letterPicture("B");
    using _first = switchOnCamera(() => original.send(originalFrame(jpeg)));
    using _second = switchOnCamera((sequence) => typed.send(typedFrame(jpeg, sequence)));
    await original.next();
    await typed.next("prediction");

    server.signal(signal);
    expect((await original.closed).code).toBe(1001);
    expect((await typed.closed).code).toBe(1001);
    expect(await server.exited).toBe(0);

    const last = server.log.at(-1);
    expect(last?.msg).toBe("stopped");
    expect(Object.keys(last ?? {})).toEqual(expect.arrayContaining(originalFigures));
    for (const name of originalFigures) expect(last?.[name]).toBeNumber();
    expect(last?.processed_frames).toBeGreaterThan(0);
    expect(last?.inference_count).toBeGreaterThan(0);
    expect(last?.fps).toBeGreaterThan(0);
    expect(last?.drop_rate).toBeWithin(0, 1.0001);
    expect(server.complaints).toBe("");
    for (const child of children) expect(isRunning(child)).toBe(false);
  });
});

test("a client that does not read and a slow request do not hold up the shutdown", async () => {
  await using server = await launchServer({ environment: endless });
  using deaf = await connectRaw(server.port, "/v1/recognize");
  deaf.stopReading();
  deaf.send(JSON.stringify({ type: "session.start", events: ["landmarks", "status"] }));
  for (let sequence = 0; sequence < 20; sequence++) deaf.send(typedFrame(letterPicture("B"), sequence));
  using halfway = await connectRaw(server.port, "/");
  halfway.sendBytes(new Uint8Array([0x81, 0xff]));
  server.signal("SIGTERM");
  expect(await server.exited).toBe(0);
});

test.skipIf(!hasProc)("while the models are still loading it ends at once (needs /proc)", async () => {
  using held = holdNetworks();
  await using server = await launchServer({ environment: endless, ready: false, program: held.program });
  await startedVision(server, 1);
  server.signal("SIGTERM");
  expect(await server.exited).toBe(0);
  expect(server.log.at(-1)?.msg).toBe("stopped");
});

test("a second signal, as from a terminal and from whoever started the server, changes nothing", async () => {
  await using server = await launchServer({ environment });
  for (const signal of ["SIGINT", "SIGTERM", "SIGINT"] as const) server.signal(signal);
  expect(await server.exited).toBe(0);
  expect(server.log.map(({ msg }) => msg)).toEqual(["listening", "ready", "stopping", "stopped"]);
});

test.skipIf(!hasProc)("a vision process that hangs is killed at the deadline (needs /proc)", async () => {
  await using server = await launchServer({ environment });
  const children = childrenOf(server.pid);
  for (const child of children) process.kill(child, "SIGSTOP");
  const start = performance.now();
  server.signal("SIGTERM");
  expect(await server.exited).toBe(0);
  expect(performance.now() - start).toBeGreaterThanOrEqual(deadline - 50);
  for (const child of children) expect(isRunning(child)).toBe(false);
});

test.skipIf(!hasProc)(
  "a server that is killed takes its vision processes with it (needs /proc)",
  async () => {
    await using server = await launchServer();
    const children = childrenOf(server.pid);
    expect(children.length).toBeGreaterThan(0);
    server.signal("SIGKILL");
    await server.exited;
    await until("the vision processes to end", () => children.every((child) => !isRunning(child)));
  },
);
