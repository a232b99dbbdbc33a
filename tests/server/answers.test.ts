import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasProc } from "../support/processes.ts";
import { ask } from "../support/raw-request.ts";
import { serverCommand, startServerBy } from "../support/start-server-by.ts";
import { withDeadline } from "../support/with-deadline.ts";

/** What every answer says, and what none tells about the machine. */

/** Enough for a start, and soon used up. */
const descriptors = 100;

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer({
    environment: { THREAD_POOL_MAX_WORKERS: "1", ALLOWED_HOSTS: "signify.example" },
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const expectSecurityHeaders = (head: string) => {
  expect(head).toContain("\r\nx-content-type-options: nosniff");
  expect(head).toContain("\r\nreferrer-policy: no-referrer");
  expect(head).toContain("\r\npermissions-policy: camera=(self)");
  expect(head).toMatch(/\r\ncontent-security-policy: default-src 'self';.*frame-ancestors 'none'/);
};

test.each<[string, string, number]>([
  ["GET /", "signify.example", 200],
  ["GET /healthz", "signify.example", 200],
  ["GET /readyz", "signify.example", 200],
  ["GET /metrics", "signify.example", 200],
  ["GET /openapi", "signify.example", 200],
  ["GET /asyncapi.json", "signify.example", 200],
  ["GET /nothing", "signify.example", 404],
  ["GET /v1/recognize", "signify.example", 404],
  ["POST /metrics", "signify.example", 404],
  ["GET /", "elsewhere.example", 421],
  ["GET /", "a b", 400],
])("%s at %s: %i with the security headers", async (line, host, status) => {
  const answer = await ask(server.port, line, { host });
  expect(answer.status).toBe(status);
  expectSecurityHeaders(answer.head);
});

describe("whatever NODE_ENV says", () => {
  test.each(["", "development", "test"])('"%s": /bun:info tells nothing', async (NODE_ENV) => {
    await using started = await launchServer({ environment: { NODE_ENV }, ready: false });
    const answer = await ask(started.port, "GET /bun:info", { host: "localhost" });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toEqual({ error: "There is nothing at this address." });
  });
});

test.skipIf(!hasProc)(
  "without a descriptor left for the page's file the answer is a plain 500, and the server goes on (needs /proc)",
  async () => {
    const limited = ["sh", "-c", `ulimit -n ${descriptors}; exec "$@"`, "sh", ...serverCommand];
    await using crowded = await startServerBy(limited);
    const sockets: Socket[] = [];
    while (readdirSync(`/proc/${crowded.pid}/fd`).length < descriptors) {
      const socket = connect({ host: "127.0.0.1", port: crowded.port });
      sockets.push(socket);
      await askOn(socket, "/healthz");
    }
    const [one, other] = sockets;
    const text = await askOn(one, "/");
    expect(text).toStartWith("HTTP/1.1 500 ");
    expectSecurityHeaders(text.toLowerCase());
    expect(text).toEndWith('\r\n\r\n{"error":"The server failed."}');
    expect(await askOn(other, "/healthz")).toStartWith("HTTP/1.1 200 ");
    for (const socket of sockets) socket.destroy();
  },
);

/** Asks on a connection that stays open. */
function askOn(socket: Socket | undefined, path: string): Promise<string> {
  return withDeadline("an answer", (resolve, reject) => {
    socket?.once("data", (chunk) => resolve(chunk.toString("latin1")));
    socket?.once("error", reject);
    socket?.write(`GET ${path} HTTP/1.1\r\nHost: pi\r\n\r\n`);
    return () => socket?.removeAllListeners();
  });
}
