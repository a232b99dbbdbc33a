import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer, readMetrics } from "@signify/server/launch";
import { childrenOf } from "@signify/tools/processes";
import { connect } from "../support/client.ts";
import { holdNetworks, startedVision } from "../support/hold-networks.ts";
import { hasProc } from "../support/processes.ts";
import { until } from "../support/with-deadline.ts";

/** Plain HTTP on the port of the WebSockets. */

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.page), init);

test("GET /healthz: the process answers", async () => {
  const response = await get("/healthz");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "alive" });
});

describe("GET /readyz", () => {
  test("is 200 once the models are loaded", async () => {
    const response = await get("/readyz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ready" });
  });

  test.skipIf(!hasProc)("is 503 before, while the process is alive already (needs /proc)", async () => {
    using held = holdNetworks();
    await using starting = await launchServer({
      ready: false,
      program: held.program,
      environment: { THREAD_POOL_MAX_WORKERS: "1" },
    });
    const [waiting = 0] = await startedVision(starting, 1);
    const response = await fetch(new URL("/readyz", starting.page));
    expect([response.status, await response.json()]).toEqual([503, { status: "not-ready" }]);
    expect((await fetch(new URL("/healthz", starting.page))).status).toBe(200);
    held.letGo();
    process.kill(waiting, "SIGKILL");
    await starting.logged("ready");
    expect((await fetch(new URL("/readyz", starting.page))).status).toBe(200);
  });

  test.skipIf(!hasProc)(
    "is 503 while no vision process is left, and 200 again after that (needs /proc)",
    async () => {
      for (const child of childrenOf(server.pid)) process.kill(child, "SIGKILL");
      await until("the server not to be ready", async () => (await get("/readyz")).status === 503);
      await until("the server to be ready again", async () => (await get("/readyz")).status === 200);
    },
  );
});

test("once the server is told to stop, /readyz is never 200 again", async () => {
  await using stopping = await launchServer({ environment: { SHUTDOWN_DEADLINE_MS: "3000" } });
  const stuck = hasProc ? childrenOf(stopping.pid) : [];
  for (const child of stuck) process.kill(child, "SIGSTOP");
  stopping.signal("SIGTERM");
  await stopping.logged("stopping");
  const status = await fetch(new URL("/readyz", stopping.page)).then(
    (response) => response.status,
    () => "refused",
  );
  expect(status).toBeOneOf([503, "refused"]);
  expect(await stopping.exited).toBe(0);
});

test("GET /metrics: Prometheus text, with the connections of now", async () => {
  const response = await get("/metrics");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toStartWith("text/plain; version=0.0.4");
  using client = await connect(server.url);
  await until("one connection", async () => {
    const metrics = await readMetrics(server);
    return metrics.get('signify_connections{protocol="original"}') === 1;
  });
  client.close();
});

test("the metrics say that it is ready, and what its vision processes do without, as the log does", async () => {
  const metrics = await readMetrics(server);
  expect([metrics.get("signify_ready"), metrics.get("signify_draining")]).toEqual([1, 0]);
  const { visionRestraints } = await server.logged("ready");
  const told = [...metrics.keys()].flatMap(
    (name) => /^signify_vision_restraint_info\{restraint="(.*)"\}$/.exec(name)?.[1] ?? [],
  );
  expect(told).toEqual(visionRestraints as string[]);
});

test("GET /asyncapi.json describes both protocols", async () => {
  const document = (await (await get("/asyncapi.json")).json()) as Record<string, object>;
  expect(document.asyncapi).toMatch(/^3\./);
  expect(JSON.stringify(document.channels)).toContain("/v1/recognize");
});

test("GET /openapi describes the other routes", async () => {
  const document = (await (await get("/openapi")).json()) as { openapi: string; paths: object };
  expect(document.openapi).toMatch(/^3\./);
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(["/healthz", "/readyz", "/metrics"]));
});

test("GET / is a page, an upgrade at the same address is the original protocol", async () => {
  const response = await get("/");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toStartWith("text/");
  using client = await connect(server.url);
  client.sendJson({ jpeg_blob: null, new_letter: "C" });
  expect(await client.next()).toEqual({ maxarg_letter: "A", target_arg_prob: 0 });
});

test.each(["/nothing", "/v1", "/v1/recognize/more", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/.env"])(
  "GET %s is 404 and does not repeat the address",
  async (path) => {
    const response = await get(`${path}?MARKER`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("MARKER");
  },
);

test("an upgrade at an address without a protocol is refused", async () => {
  await expect(connect(new URL("/v2/recognize", server.url).href)).rejects.toThrow("refused");
});

test("what is no upgrade at /v1/recognize is refused without a fault of the server's", async () => {
  const response = await get("/v1/recognize");
  expect(response.status).toBeWithin(400, 500);
});

test("other methods change nothing", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) {
    const response = await get("/metrics", { method });
    expect(response.status).toBeWithin(400, 500);
  }
});
