import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { switchOnCamera } from "../support/camera.ts";
import { type Client, connect } from "../support/client.ts";
import { metricsAtRest, metricsWhen } from "../support/metrics.ts";
import { letterPicture, originalFrame, typedFrame } from "../support/pictures.ts";
import { expectTypedMessages, isReply, type Reply } from "../support/replies.ts";
import { until } from "../support/with-deadline.ts";
import { hasProgram } from "./support/program.ts";
import { type RunningProxy, startProxy } from "./support/proxy.ts";

/** `deploy/nginx` in front of two real servers. */

const missing = ["nginx", "openssl"].filter((name) => !hasProgram(name));

describe.skipIf(missing.length > 0)("nginx in front of two servers (needs nginx and openssl)", () => {
  let servers: [LaunchedServer, LaunchedServer];
  let proxy: RunningProxy;
  beforeAll(async () => {
    const environment = { TRUST_PROXY: "true", MAX_CONNECTIONS_PER_ADDRESS: "1" };
    servers = await Promise.all([launchServer({ environment }), launchServer({ environment })]);
    proxy = await startProxy([servers[0].port, servers[1].port]);
  });
  afterAll(async () => {
    await proxy?.[Symbol.asyncDispose]();
    for (const server of servers) await server[Symbol.asyncDispose]();
  });

  const get = (path: string, init: RequestInit = {}) =>
    fetch(`https://127.0.0.1:${proxy.ports.tls}${path}`, { ...init, tls: { ca: proxy.certificate } });
  const open = (path: string, { host = "127.0.0.1", headers = {} } = {}): Promise<Client> =>
    connect(`wss://${host}:${proxy.ports.tls}${path}`, headers, { ca: proxy.certificate });
  const atRest = () => Promise.all(servers.map(metricsAtRest));

  test("the page comes through TLS, and plain HTTP leads there", async () => {
    const page = await get("/");
    expect(page.status).toBe(200);
    expect(page.headers.get("strict-transport-security")).toStartWith("max-age=");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    const plain = await fetch(`http://127.0.0.1:${proxy.ports.plain}/a?b`, { redirect: "manual" });
    expect([plain.status, plain.headers.get("location")]).toEqual([301, "https://learn.example/a?b"]);
  });

  test("a letter is read on the original protocol", async () => {
    await atRest();
    using client = await open("/");
    client.sendJson({ jpeg_blob: null, new_letter: "B" });
    const frame = originalFrame(letterPicture("B"));
    using camera = switchOnCamera(() => client.send(frame), 60);
    const reply = await client.next<Reply>("B, surely", (one) => isReply(one) && one.target_arg_prob > 0.7);
    expect(reply.maxarg_letter).toBe("B");
    camera.off();
  });

  test("a letter is read on the typed protocol, with binary frames", async () => {
    await atRest();
    using client = await open("/v1/recognize");
    client.sendJson({ type: "session.start", target: "W" });
    using camera = switchOnCamera((count) => client.send(typedFrame(letterPicture("W"), count)), 60);
    const prediction = await client.next<{ type: string; letter?: string }>(
      "a prediction",
      ({ type }) => type === "prediction",
    );
    expect(prediction.letter).toBe("W");
    camera.off();
    expectTypedMessages(client.messages as { type: string }[]);
  });

  test.each([
    "/metrics",
    "/metrics/",
    "//metrics",
    "/%6detrics",
    "/abc/metrics",
    "/a/../metrics",
    "/metrics?x",
  ])("%s is not public", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("signify_");
  });

  test("each next learner goes to the server with fewer", async () => {
    await atRest();
    using _one = await open("/");
    using _other = await open("/v1/recognize");
    for (const server of servers)
      await metricsWhen(server, "one learner", (values) => sumOfMetric(values, "signify_connections") === 1);
  });

  test("connections are limited by the learner's own address, whatever it says of itself", async () => {
    await atRest();
    const headers = { "x-forwarded-for": "203.0.113.7" };
    const inside = [await open("/", { headers }), await open("/")];
    for (const server of servers)
      await metricsWhen(server, "one learner", (values) => sumOfMetric(values, "signify_connections") === 1);
    const third = await open("/", { headers: { "x-forwarded-for": "203.0.113.8" } });
    expect((await third.closed).code).toBe(4429);
    const elsewhere = await open("/", { host: "[::1]" });
    elsewhere.sendJson({ jpeg_blob: null, new_letter: "C" });
    expect(await elsewhere.next()).toHaveProperty("maxarg_letter");
    for (const client of [...inside, elsewhere]) client.close();
  });

  test("a page of the same name and port may connect, another site may not", async () => {
    await atRest();
    const host = `learn.example:${proxy.ports.tls}`;
    using own = await open("/", { headers: { host, origin: `https://${host}` } });
    own.sendJson({ jpeg_blob: null, new_letter: "C" });
    expect(await own.next()).toHaveProperty("maxarg_letter");
    const foreign = await open("/", { headers: { host, origin: "https://elsewhere.example" } });
    expect((await foreign.closed).code).toBe(4403);
  });

  test("a request with a body that is worth the name is refused", async () => {
    const response = await get("/", { method: "POST", body: "x".repeat(2000) });
    expect(response.status).toBe(413);
  });

  test("its log has neither addresses nor tokens", async () => {
    await get("/healthz?access_token=MARKER", { headers: { "x-forwarded-for": "203.0.113.9" } });
    // It is written when the answer is under way already.
    const { requests, errors } = await until("the request in the log", () => {
      const log = proxy.readLog();
      return log.requests.includes(" 200 GET /healthz ") && log;
    });
    expect(requests + errors).not.toMatch(/MARKER|203\.0\.113|127\.0\.0\.1|::1/);
  });

  test("when a server goes, learners find the other one", async () => {
    await atRest();
    const [leaving, staying] = servers;
    using client = await open("/");
    using other = await open("/");
    leaving.signal("SIGTERM");
    expect((await Promise.race([client.closed, other.closed])).code).toBe(1001);
    await leaving.exited;
    for (const one of [client, other]) one.close();
    await metricsAtRest(staying);
    for (let time = 0; time < 3; time++) {
      const again = await open("/");
      again.sendJson({ jpeg_blob: null, new_letter: "C" });
      expect(await again.next()).toHaveProperty("maxarg_letter");
      again.close();
      await metricsWhen(staying, "nobody", (values) => sumOfMetric(values, "signify_connections") === 0);
    }
    expect(sumOfMetric(await readMetrics(staying), "signify_connections")).toBe(0);
  });
});
