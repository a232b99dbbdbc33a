import { afterEach, expect, test } from "bun:test";
import { serveState } from "./serve-state.ts";

const state = {
  ready: true,
  connected: true,
  isReady: () => state.ready,
  isConnected: () => state.connected,
  metrics: { contentType: "text/plain; version=0.0.4", text: async () => "a 1\n" },
};
const server = serveState({ host: "127.0.0.1", port: 0 }, state);
const get = (path: string) => fetch(new URL(path, server.url));
afterEach(() => Object.assign(state, { ready: true, connected: true }));

test("says that it is alive, ready, and whether the cluster is reached", async () => {
  expect(await (await get("/healthz")).json()).toEqual({ status: "alive" });
  expect(await (await get("/readyz")).json()).toEqual({ status: "ready", cluster: "connected" });
  Object.assign(state, { ready: false, connected: false });
  const answer = await get("/readyz");
  expect([answer.status, await answer.json()]).toEqual([503, { status: "not-ready", cluster: "lost" }]);
});

test("gives its metrics as Prometheus reads them", async () => {
  const answer = await get("/metrics");
  expect([answer.headers.get("content-type"), await answer.text()]).toEqual([
    "text/plain; version=0.0.4",
    "a 1\n",
  ]);
});

test("there is nothing else, and no answer is guessed at", async () => {
  for (const path of ["/", "/metrics/", "/bun:info"]) {
    const answer = await get(path);
    expect([answer.status, answer.headers.get("x-content-type-options")]).toEqual([404, "nosniff"]);
  }
});

test("a port that is taken is named", () => {
  expect(() => serveState({ host: "127.0.0.1", port: server.port ?? 0 }, state)).toThrow(/set WORKER_PORT/);
});
