import { describe, expect, test } from "bun:test";
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sumOfMetric } from "@signify/server/launch";
import { childrenOf } from "@signify/tools/processes";
import { connect } from "../support/client.ts";
import { metricsWhen } from "../support/metrics.ts";
import { hasProc } from "../support/processes.ts";
import { type StartedServer, serverCommand, startServerBy } from "../support/start-server-by.ts";
import { until } from "../support/with-deadline.ts";

/** Whatever becomes of the log, the server goes on serving, and ends as it should. */

const fullDisk = "/dev/full";
const dropped = "signify_log_lines_dropped_total";

type Pipe = Disposable & { readEnd: number; writeEnd: number };

/** A pipe with both its ends here, to write to as a shell's: who writes waits for room. */
function openPipe({ isFull = false } = {}): Pipe {
  const folder = mkdtempSync(join(tmpdir(), "signify-log-"));
  const path = join(folder, "pipe");
  Bun.spawnSync(["mkfifo", path]);
  const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  if (isFull) fillPipe(path);
  const writeEnd = openSync(path, constants.O_WRONLY);
  return { readEnd, writeEnd, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** Leaves no room for another byte, as when nobody has read for a long time. */
function fillPipe(path: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    for (;;) writeSync(descriptor, " ".repeat(1000));
  } catch {
    closeSync(descriptor);
  }
}

/** What there is to read now. */
function readAll(readEnd: number): string {
  const chunk = new Uint8Array(1 << 20);
  let text = "";
  try {
    for (;;) {
      const length = readSync(readEnd, chunk);
      if (length === 0) return text;
      text += new TextDecoder().decode(chunk.subarray(0, length));
    }
  } catch {
    return text;
  }
}

/** It answers, replaces a vision process (and would say so in its log), and says goodbye to its clients. */
async function expectToServeAndEnd(server: StartedServer): Promise<void> {
  const client = await connect(`ws://127.0.0.1:${server.port}/`);
  if (hasProc) {
    for (const child of childrenOf(server.pid)) process.kill(child, "SIGKILL");
    await metricsWhen(
      server,
      "a new vision process",
      (metrics) =>
        sumOfMetric(metrics, "signify_vision_restarts_total") === 1 &&
        metrics.get("signify_vision_processes_ready") === 1,
    );
  }
  process.kill(server.pid, "SIGTERM");
  expect((await client.closed).code).toBe(1001);
  expect(await server.exited).toBe(0);
}

describe.skipIf(!existsSync(fullDisk))("a full disk under the log (needs /dev/full)", () => {
  test("ends neither the server nor its clients, and the lines that are lost are counted", async () => {
    const log = openSync(fullDisk, "w");
    await using server = await startServerBy(serverCommand, { log });
    closeSync(log);
    await metricsWhen(server, "the lines lost so far", (metrics) => metrics.get(dropped) === 2);
    await expectToServeAndEnd(server);
  });
});

describe("a reader of the log that", () => {
  test("stops reading holds up neither the server nor its end", async () => {
    using pipe = openPipe({ isFull: true });
    await using server = await startServerBy(serverCommand, { log: pipe.writeEnd });
    await expectToServeAndEnd(server);
    closeSync(pipe.writeEnd);
    closeSync(pipe.readEnd);
  });

  test("reads again has the closing figures as the last line", async () => {
    using pipe = openPipe({ isFull: true });
    await using server = await startServerBy(serverCommand, { log: pipe.writeEnd });
    closeSync(pipe.writeEnd);
    process.kill(server.pid, "SIGTERM");
    let text = "";
    await until("the last line", () => {
      text += readAll(pipe.readEnd);
      return text.includes("stopped");
    });
    closeSync(pipe.readEnd);
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ msg }) => msg)).toEqual(["listening", "ready", "stopping", "stopped"]);
    expect(lines.at(-1)).toHaveProperty("processed_frames", 0);
    expect(await server.exited).toBe(0);
  });

  test("is gone takes the server with it as little", async () => {
    using pipe = openPipe();
    await using server = await startServerBy(serverCommand, { log: pipe.writeEnd });
    closeSync(pipe.writeEnd);
    closeSync(pipe.readEnd);
    await expectToServeAndEnd(server);
  });
});
