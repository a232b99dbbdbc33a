import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { landmarkFrameLength } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import {
  type LaunchedServer,
  launchServer,
  type MetricValues,
  readMetrics,
  sumOfMetric,
} from "@signify/server/launch";
import { switchOnCamera } from "../support/camera.ts";
import { type Client, connect, connectTyped } from "../support/client.ts";
import { metricsAtRest, metricsWhen } from "../support/metrics.ts";
import { withSize } from "../support/odd-pictures.ts";
import { letterPicture, originalFrame, solidPicture, typedFrame } from "../support/pictures.ts";
import { connectRaw } from "../support/raw-client.ts";
import { type ErrorReply, expectTypedMessages } from "../support/replies.ts";

/** Every limit, each with its clear error or close code, and counted. */

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer({
    environment: {
      MAX_CONNECTIONS: "6",
      MAX_CONNECTIONS_PER_ADDRESS: "3",
      TRUST_PROXY: "true",
      MAX_FRAMES_PER_SECOND: "10",
      MAX_MESSAGE_BYTES: "200000",
      MAX_PICTURE_SIDE: "1000",
      MAX_SEND_BUFFER_BYTES: "65536",
      ALLOWED_ORIGINS: "https://learn.example",
      AUTH_TOKEN: "open-sesame",
      IDLE_TIMEOUT_SECONDS: "5",
    },
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const token = { authorization: "Bearer open-sesame" };
const from = (address: string) => ({ ...token, "x-forwarded-for": `10.9.9.9, ${address}` });
const typedUrl = () => new URL("/v1/recognize", server.url).href;
const typedUrlWithToken = () => `${server.url}v1/recognize?access_token=open-sesame`;

/** Connects to be refused: what it is told first, and the close code that follows. */
async function refusal(url: string, headers: Record<string, string>) {
  const client = await connect(url, headers);
  const told = await client.next<{ code?: string; error?: string; message?: string }>();
  const { code } = await client.closed;
  expect(client.messages).toHaveLength(1);
  return { told, code };
}

const refusedCount = async (reason: string) =>
  (await readMetrics(server)).get(`signify_connections_refused_total{reason="${reason}"}`) ?? 0;

describe("the Origin", () => {
  test("of another site is refused with 4403, in the words of either protocol", async () => {
    const before = await refusedCount("origin-refused");
    const headers = { ...token, origin: "https://MARKER.example" };
    const typed = await refusal(typedUrl(), headers);
    expect(typed).toMatchObject({ told: { type: "error", code: "origin-refused" }, code: 4403 });
    expectTypedMessages([typed.told as never]);
    const original = await refusal(server.url, headers);
    expect(original).toEqual({ told: { error: expect.stringContaining("not allowed") }, code: 4403 });
    expect(JSON.stringify([typed, original]).toLowerCase()).not.toContain("marker");
    expect(await refusedCount("origin-refused")).toBe(before + 2);
  });

  test.each([
    ["of the same host", () => `http://127.0.0.1:${server.port}`],
    ["of localhost", () => "http://localhost:5173"],
    ["that the settings name", () => "https://learn.example"],
  ])("%s is let in", async (_, origin) => {
    using client = await connect(server.url, { ...token, origin: origin() });
    client.sendJson({ jpeg_blob: null, new_letter: "C" });
    expect(await client.next()).toHaveProperty("maxarg_letter");
  });
});

describe("the token", () => {
  test.each<[string, Record<string, string>, string]>([
    ["missing", {}, ""],
    ["wrong", { authorization: "Bearer MARKER" }, ""],
    ["wrong in the address", {}, "?access_token=MARKER"],
    ["given twice in the address", {}, "?access_token=open-sesame&access_token=MARKER"],
    ["in words of its own", { authorization: "open-sesame" }, ""],
  ])("%s: 4401", async (_, headers, query) => {
    const { told, code } = await refusal(typedUrl() + query, headers);
    expect(told).toMatchObject({ type: "error", code: "unauthorized", retryable: false });
    expect(code).toBe(4401);
    expect(JSON.stringify(told)).not.toContain("MARKER");
  });

  test("in the header or in the address lets in", async () => {
    using one = await connect(server.url, token);
    using other = await connect(`${server.url}?access_token=open-sesame`);
    for (const client of [one, other]) {
      client.sendJson({ jpeg_blob: null, new_letter: "C" });
      expect(await client.next()).toHaveProperty("maxarg_letter");
    }
  });
});

describe("connections", () => {
  test("too many from one address: 4429; too many in all: 1013; who leaves makes room", async () => {
    await metricsAtRest(server);
    const inside: Client[] = [];
    for (const address of ["10.0.0.1", "10.0.0.1", "10.0.0.1", "10.0.0.2", "10.0.0.2"])
      inside.push(await connect(server.url, from(address)));
    const fromOne = await refusal(typedUrl(), from("10.0.0.1"));
    expect(fromOne).toMatchObject({ told: { code: "too-many-connections", retryable: true }, code: 4429 });
    inside.push(await connect(server.url, from("10.0.0.3")));
    const inAll = await refusal(server.url, from("10.0.0.4"));
    expect(inAll).toEqual({ told: { error: "The server is full. Try again later." }, code: 1013 });
    expect(await refusedCount("too-many-connections")).toBeGreaterThanOrEqual(2);
    for (const client of inside) client.close();
    await metricsAtRest(server);
    using again = await connect(server.url, from("10.0.0.1"));
    again.sendJson({ jpeg_blob: null, new_letter: "C" });
    await again.next();
  });

  test("who is refused is not served, whatever it sends", async () => {
    const before = sumOfMetric(await readMetrics(server), "signify_frames_accepted_total");
    const client = await connect(server.url);
    for (let time = 0; time < 5; time++) client.send(originalFrame(letterPicture("B"), { new_letter: "B" }));
    await client.closed;
    expect(client.messages).toHaveLength(1);
    expect(sumOfMetric(await readMetrics(server), "signify_frames_accepted_total")).toBe(before);
  });
});

test("a message that is too large closes with 1009, whole or in the making", async () => {
  using client = await connect(server.url, token);
  client.send("x".repeat(200_001));
  expect((await client.closed).code).toBe(1009);
  using raw = await connectRaw(server.port, "/?access_token=open-sesame");
  raw.sendBytes(new Uint8Array([0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4]));
  await raw.ended;
  using allowed = await connect(server.url, token);
  allowed.send("x".repeat(199_999));
  expect((await allowed.next<ErrorReply>()).error).toMatch(/^Expected a JSON object/);
});

test("a picture with a side that is too long is refused before it is decoded", async () => {
  using client = await connect(typedUrl(), token);
  client.sendJson({ type: "session.start", mode: "still" });
  await client.next();
  client.send(typedFrame(await solidPicture(1001, 16), 1));
  expect(await client.next()).toMatchObject({ type: "error", code: "picture-too-large", sequence: 1 });
  client.send(typedFrame(withSize(await solidPicture(16, 16), 1001, 1), 2));
  expect(await client.next()).toMatchObject({ type: "error", code: "picture-too-large", sequence: 2 });
});

describe("frames per second", () => {
  test("too many are refused and counted, with at most one notice a second", async () => {
    const tooFast = async () => (await readMetrics(server)).get('signify_errors_total{code="too-fast"}') ?? 0;
    const before = await tooFast();
    using client = await connect(server.url, token);
    const frame = originalFrame(await solidPicture(16, 16));
    const start = performance.now();
    for (let sent = 0; sent < 200; sent++) client.send(frame);
    client.sendJson({ jpeg_blob: null, new_letter: "C" });
    // Messages keep their order: all frames were taken or refused by then.
    await client.next("the reset", (message) => !(message as ErrorReply).error);
    const seconds = (performance.now() - start) / 1000;
    const refused = (await tooFast()) - before;
    expect(refused).toBeGreaterThan(0);
    expect(200 - refused).toBeLessThanOrEqual(10 + 10 * seconds + 1);
    const notices = client.messages.filter((message) => (message as ErrorReply).error);
    expect(notices.length).toBeLessThanOrEqual(1 + Math.ceil(seconds));
    expect(notices[0]).toEqual({ error: "Expected at most 10 frames per second." });
  });

  test("one client's haste costs another nothing", async () => {
    using hasty = await connect(server.url, token);
    using calm = await connect(server.url, token);
    const frame = originalFrame(await solidPicture(16, 16));
    for (let time = 0; time < 50; time++) hasty.send(frame);
    calm.sendJson({ jpeg_blob: null, new_letter: "C" });
    expect(await calm.next()).toEqual({ maxarg_letter: "A", target_arg_prob: 0 });
  });

  test("other messages are limited as well", async () => {
    using client = await connect(server.url, token);
    for (let time = 0; time < 50; time++) client.sendJson({ jpeg_blob: null, new_letter: "C" });
    const answer = await client.next<ErrorReply>("the refusal", (message) => Boolean(message.error));
    expect(answer.error).toBe("Expected at most 10 messages per second.");
  });
});

test("a client that does not read what it asked for is closed when its buffer is full", async () => {
  await using roomy = await launchServer({
    environment: { MAX_FRAMES_PER_SECOND: "1000", MAX_SEND_BUFFER_BYTES: "4096" },
  });
  using deaf = await connectRaw(roomy.port, "/v1/recognize");
  deaf.stopReading();
  deaf.send('{"type":"session.start","events":["landmarks"]}');
  const landmarks = new Float32Array(landmarkFrameLength).fill(-123456.789);
  const frame = encodeFrame({ kind: "landmarks", landmarks, sequence: 1, capturedAt: 0, mirrored: false });
  const connections = (values: MetricValues) => sumOfMetric(values, "signify_connections");
  await metricsWhen(roomy, "the deaf client", (values) => connections(values) === 1);
  using _flood = switchOnCamera(() => {
    for (let time = 0; time < 5; time++) deaf.send(frame);
  }, 5);
  await metricsWhen(roomy, "the deaf client to be gone", (values) => connections(values) === 0);
});

test("a client that neither speaks nor answers pings is closed after the idle timeout", async () => {
  using silent = await connectRaw(server.port, "/?access_token=open-sesame");
  silent.stopReading();
  await metricsWhen(server, "one client", (values) => sumOfMetric(values, "signify_connections") === 1);
  await metricsWhen(
    server,
    "the silent client to be gone",
    (values) => sumOfMetric(values, "signify_connections") === 0,
  );
});

test("the limits that a session is told are the ones in force", async () => {
  using client = await connectTyped(typedUrlWithToken());
  expect(client.messages[0]).toMatchObject({
    limits: { messageBytes: 200_000, pictureSide: 1000, framesPerSecond: 10 },
  });
});
