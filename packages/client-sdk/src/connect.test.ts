import { describe, expect, test } from "bun:test";
import type { SignifyClient } from "./client.ts";
import { connect } from "./connect.ts";
import type { ConnectOptions } from "./connect-options.ts";
import type { ClientEvent } from "./events/client-event.ts";
import { fakeJpeg, fakeLandmarks } from "./testing/fake-frames.ts";
import { createFakeServer, type FakeServer, type FakeServerOptions } from "./testing/fake-server.ts";
import { createManualTiming, type ManualTiming } from "./testing/manual-timing.ts";

type Setting = { server: FakeServer; timing: ManualTiming; client: SignifyClient; events: ClientEvent[] };

async function setUp(
  options: Partial<ConnectOptions> = {},
  serverOptions: FakeServerOptions = {},
): Promise<Setting> {
  const server = createFakeServer(serverOptions);
  const timing = createManualTiming();
  const url = "ws://signify.example";
  const client = await connect({ url, WebSocket: server.WebSocket, _internal: timing, ...options });
  const events: ClientEvent[] = [];
  for (const type of ["prediction", "status", "target", "error", "state", "landmarks"] as const) {
    client.on(type, (event) => events.push(event));
  }
  return { server, timing, client, events };
}

const letters = (events: ClientEvent[]) =>
  events.flatMap((event) => (event.type === "prediction" ? [event.letter] : []));
const states = (events: ClientEvent[]) =>
  events.flatMap((event) => (event.type === "state" ? [event.reason ?? event.state] : []));

/** The error that a promise is rejected with. */
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("connect", () => {
  test("starts a session with the target, the mode and the events that are wanted", async () => {
    const { server, client } = await setUp({ target: "b", mode: "still", events: ["landmarks"], token: "t" });
    expect(server.addresses).toEqual(["ws://signify.example/v1/recognize?access_token=t"]);
    expect(server.messages).toEqual([
      { type: "session.start", target: "B", mode: "still", events: ["landmarks"] },
    ]);
    expect(client.state).toBe("ready");
    expect(client.session.limits.framesPerSecond).toBe(60);
    client.close();
  });

  test("sends frames and delivers their letters", async () => {
    const { server, client, events, timing } = await setUp();
    const sequence = client.sendFrame(fakeJpeg(), { mirrored: true, capturedAt: 12.5 });
    await timing.advance(40);
    client.sendLandmarks(fakeLandmarks());
    await timing.advance(40);
    expect(server.frames).toMatchObject([
      { kind: "picture", sequence, mirrored: true, capturedAt: 12.5 },
      { kind: "landmarks", sequence: sequence + 1, mirrored: false },
    ]);
    server.predict("C");
    await timing.advance(0);
    expect(letters(events)).toEqual(["C"]);
    expect(client.counts.sent).toBe(2);
    client.close();
  });

  test.each([
    ["unauthorized", "unauthorized"],
    ["origin-refused", "origin-refused"],
    ["too-many-connections", "too-many-connections"],
    ["unreachable", "unreachable"],
  ] as const)("a server that is %s rejects with %s and leaves no timer behind", async (how, code) => {
    const server = createFakeServer();
    const timing = createManualTiming();
    server.refuse(how);
    const error = await failure(connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing }));
    expect(error).toMatchObject({ name: "SignifyError", code });
    expect(timing.armed).toBe(0);
  });

  test("a server that does not answer is given up after the timeout", async () => {
    const server = createFakeServer();
    const timing = createManualTiming();
    server.refuse("silent");
    const opening = failure(connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing }));
    await timing.advance(10_000);
    expect(await opening).toMatchObject({ code: "unreachable", retryable: true });
    expect(timing.armed).toBe(0);
  });

  test("a bad address, a bad target and a runtime without WebSocket are told before anything is sent", async () => {
    const { WebSocket, addresses } = createFakeServer();
    expect(await failure(connect({ url: "localhost", WebSocket }))).toMatchObject({ code: "bad-address" });
    // @ts-expect-error not a letter
    expect(await failure(connect({ url: "ws://a", WebSocket, target: "AB" }))).toMatchObject({
      code: "bad-message",
    });
    expect(addresses).toEqual([]);
    const own = globalThis.WebSocket;
    Reflect.deleteProperty(globalThis, "WebSocket");
    try {
      expect(await failure(connect({ url: "ws://a" }))).toMatchObject({ code: "unsupported" });
    } finally {
      globalThis.WebSocket = own;
    }
  });

  test("an aborted signal rejects with its reason, and closes a client that is there", async () => {
    const server = createFakeServer();
    server.refuse("silent");
    const abort = new AbortController();
    const opening = failure(connect({ url: "ws://a", WebSocket: server.WebSocket, signal: abort.signal }));
    abort.abort(new Error("changed my mind"));
    expect(await opening).toMatchObject({ message: "changed my mind" });

    const later = new AbortController();
    const setting = await setUp({ signal: later.signal });
    later.abort();
    await setting.timing.advance(0);
    expect(setting.client.state).toBe("closed");
    expect(setting.server.connections).toBe(0);
    expect(setting.timing.armed).toBe(0);
  });
});

describe("a connected client", () => {
  test("delivers no letter of an older target once setTarget has returned", async () => {
    const { server, client, events, timing } = await setUp({ target: "A" });
    const loop = client.events();
    client.sendFrame(fakeJpeg());
    await timing.advance(0);
    // On the way when the target changes, and one that the loop has not read yet.
    server.predict("A");
    await timing.advance(0);
    server.predict("A");
    client.setTarget("b");
    expect(client.target).toBe("B");
    await timing.advance(0);
    expect(letters(events)).toEqual(["A"]);
    server.predict("B");
    await timing.advance(0);
    expect(letters(events)).toEqual(["A", "B"]);
    client.close();
    const read: ClientEvent[] = [];
    for await (const event of loop) read.push(event);
    expect(letters(read)).toEqual(["B"]);
    expect(read.map(({ type }) => type)).toEqual(["target", "prediction", "state"]);
  });

  test("refuses what is not a letter, a picture or landmarks, and says what was expected", async () => {
    const { client } = await setUp({}, { messageBytes: 1000 });
    // @ts-expect-error not a letter
    expect(() => client.setTarget("é")).toThrow(/one letter A–Z/);
    expect(() => client.sendFrame(new Uint8Array(50))).toThrow(/Expected a JPEG/);
    expect(() => client.sendFrame(fakeJpeg(985))).toThrow(/at most 984 bytes/);
    expect(() => client.sendFrame(fakeJpeg(984))).not.toThrow();
    expect(() => client.sendLandmarks(new Float32Array(63))).toThrow(/126 finite numbers/);
    expect(() => client.sendLandmarks(new Float32Array(126).fill(Number.NaN))).toThrow(/126 finite/);
    expect(client.counts.offered).toBe(1);
    client.close();
  });

  test("tells of errors and statuses, and goes on", async () => {
    const { server, client, events, timing } = await setUp();
    server.send({ type: "status", sequence: 1, state: "filling", frames: 1, needed: 8 });
    server.send({
      type: "error",
      code: "bad-picture",
      message: "Not a JPEG.",
      retryable: false,
      sequence: 1,
    });
    await timing.advance(0);
    expect(events).toMatchObject([
      { type: "status", state: "filling", needed: 8 },
      { type: "error", error: { code: "bad-picture" }, sequence: 1 },
    ]);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("comes back after the connection is lost, with its target, and sends nothing old", async () => {
    const { server, client, events, timing } = await setUp({ target: "A", events: ["status"] });
    client.sendFrame(fakeJpeg());
    await timing.advance(0);
    server.disconnect();
    await timing.advance(0);
    expect(client.state).toBe("connecting");
    client.setTarget("Q");
    client.sendFrame(fakeJpeg());
    await timing.advance(100);
    expect(client.state).toBe("ready");
    expect(server.messages.at(-1)).toEqual({
      ...{ type: "session.start", target: "Q", mode: "live", events: ["status"] },
    });
    expect(server.frames).toHaveLength(1);
    expect(client.counts.dropped.disconnected).toBe(1);
    expect(states(events)).toEqual(["lost", "ready"]);
    client.close();
  });

  test("a target that is set while the session is opened again is not answered with letters of the old one", async () => {
    const { server, client, events, timing } = await setUp({ target: "A" });
    server.disconnect();
    await timing.advance(0);
    server.freeze(true);
    await timing.advance(500);
    client.setTarget("B");
    server.freeze(false);
    server.predict("A");
    await timing.advance(100);
    expect(letters(events)).toEqual([]);
    expect(server.target).toBe("B");
    expect(client.state).toBe("ready");
    client.close();
  });

  test.each([1001, 1006, 1011, 1013, 4429])("tries again after close code %d", async (code) => {
    const { server, client, timing } = await setUp();
    server.disconnect(code);
    await timing.advance(15_000);
    expect(client.state).toBe("ready");
    expect(server.addresses).toHaveLength(2);
    client.close();
  });

  test.each([
    [4401, "unauthorized", /token/],
    [4403, "origin-refused", /ALLOWED_ORIGINS/],
  ] as const)("close code %d ends in a closed client that says what to do", async (close, code, advice) => {
    const { server, client, events, timing } = await setUp();
    const loop = client.events();
    server.disconnect(close);
    await timing.advance(60_000);
    expect(client.state).toBe("closed");
    expect(client.error).toMatchObject({ code, message: expect.stringMatching(advice) });
    expect(events.at(-1)).toMatchObject({ type: "state", state: "closed", error: { code } });
    expect((await loop.next()).value).toMatchObject({ state: "closed" });
    expect(await failure(loop.next())).toMatchObject({ code });
    expect(timing.armed).toBe(0);
  });

  test("asks for a fresh token for each attempt", async () => {
    let issued = 0;
    const { server, client, timing } = await setUp({ token: async () => `token-${++issued}` });
    server.disconnect();
    await timing.advance(1000);
    expect(server.addresses.map((address) => address.split("=")[1])).toEqual(["token-1", "token-2"]);
    client.close();
  });

  test("keeps trying while the server is away, and finds it within two seconds of its return", async () => {
    const { server, client, timing } = await setUp();
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(30_000);
    expect(client.state).toBe("connecting");
    const attempts = server.addresses.length;
    expect(attempts).toBeLessThan(60);
    server.refuse("none");
    await timing.advance(1000);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("notices a server that is silent, says so, and connects anew", async () => {
    const { server, client, events, timing } = await setUp();
    server.freeze(true);
    client.sendFrame(fakeJpeg());
    await timing.advance(1000);
    client.sendFrame(fakeJpeg());
    await timing.advance(2500);
    expect(states(events)).toEqual(["silent"]);
    await timing.advance(4000);
    expect(states(events)).toEqual(["silent", "lost"]);
    server.freeze(false);
    await timing.advance(12_000);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("asks a quiet server for a sign of life and stays", async () => {
    const { server, client, timing } = await setUp();
    await timing.advance(60_000);
    expect(client.state).toBe("ready");
    expect(server.addresses).toHaveLength(1);
    expect(server.messages.filter(({ type }) => type === "ping").length).toBeGreaterThan(4);
    client.close();
  });

  test("a target that is not answered is silence too", async () => {
    const { server, client, events, timing } = await setUp();
    server.freeze(true);
    client.setTarget("B");
    await timing.advance(2500);
    expect(states(events)).toEqual(["silent"]);
    client.close();
  });

  test("how long it is patient is for the app to say", async () => {
    const { server, client, events, timing } = await setUp({
      ...{ keepAliveInterval: 1000, keepAliveTimeout: 2000 },
    });
    await timing.advance(1500);
    expect(server.messages.at(-1)).toMatchObject({ type: "ping" });
    server.freeze(true);
    await timing.advance(4000);
    expect(states(events)).toEqual(["silent", "lost"]);
    client.close();
  });

  test("tries again at once when the browser says that the network is back", async () => {
    const { server, client, timing } = await setUp();
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(30_000);
    server.refuse("none");
    globalThis.dispatchEvent(new Event("online"));
    await timing.advance(0);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("keeps its targets to a quarter of the server's messages, and the last one is in force", async () => {
    const { server, client, timing } = await setUp({}, { framesPerSecond: 8 });
    for (let change = 0; change < 40; change++) {
      client.setTarget(change % 2 ? "B" : "C");
      await timing.advance(100);
    }
    await timing.advance(1000);
    const targets = server.messages.filter(({ type }) => type === "target.set");
    expect(targets.length).toBeWithin(8, 11);
    expect(server.target).toBe("B");
    client.close();
  });

  test("does not send a frame that was captured before the target changed", async () => {
    const { server, client, timing } = await setUp({}, { framesPerSecond: 1 });
    client.sendFrame(fakeJpeg());
    client.sendFrame(fakeJpeg());
    client.setTarget("B");
    await timing.advance(5000);
    expect(server.frames).toHaveLength(1);
    expect(client.counts.dropped["new-target"]).toBe(1);
    client.close();
  });

  test("letters that a loop has not read are gone with the connection", async () => {
    const { server, client, timing } = await setUp({ target: "A" });
    const loop = client.events();
    server.predict("A");
    await timing.advance(0);
    server.disconnect();
    await timing.advance(0);
    expect((await loop.next()).value).toMatchObject({ type: "state", reason: "lost" });
    client.close();
  });

  test("never holds more than one frame back, and counts all of them", async () => {
    const { server, client, timing } = await setUp({}, { framesPerSecond: 10 });
    for (let shot = 0; shot < 300; shot++) {
      client.sendLandmarks(fakeLandmarks(shot));
      await timing.advance(10);
    }
    await timing.advance(1000);
    const { offered, sent, dropped } = client.counts;
    expect(server.frames).toHaveLength(sent);
    expect(sent).toBeLessThanOrEqual(33);
    expect(sent).toBeGreaterThan(25);
    expect(offered).toBe(sent + dropped.paced + dropped["slow-link"]);
    expect(server.frames.at(-1)?.sequence).toBe(300);
    client.close();
  });

  test("ends quietly when it is closed, more than once, with frames still coming", async () => {
    const { server, client, events, timing } = await setUp();
    const loop = client.events();
    client.close();
    client.close();
    client.sendFrame(fakeJpeg());
    client.setTarget("C");
    await timing.advance(60_000);
    expect(states(events)).toEqual(["closed"]);
    expect((await loop.next()).value).toMatchObject({ state: "closed" });
    expect((await loop.next()).done).toBe(true);
    expect(client.counts.dropped.closed).toBe(1);
    expect(server.connections).toBe(0);
    expect(server.addresses).toHaveLength(1);
    expect(timing.armed).toBe(0);
  });

  test("await using closes it", async () => {
    const server = createFakeServer();
    {
      await using client = await connect({ url: "ws://a", WebSocket: server.WebSocket });
      expect(client.state).toBe("ready");
    }
    await Promise.resolve();
    expect(server.connections).toBe(0);
  });

  test("a thousand reconnects leave nothing behind", async () => {
    const { server, client, timing } = await setUp({ target: "A" });
    const idle = timing.armed;
    for (let round = 0; round < 1000; round++) {
      client.sendFrame(fakeJpeg());
      server.disconnect();
      await timing.advance(200);
    }
    expect(client.state).toBe("ready");
    expect(server.addresses).toHaveLength(1001);
    expect(server.connections).toBe(1);
    expect(timing.armed).toBe(idle);
    client.close();
    expect(timing.armed).toBe(0);
  });

  test("two clients know nothing of each other", async () => {
    const one = await setUp({ target: "A" });
    const two = await setUp({ target: "B" });
    one.client.setTarget("C");
    one.server.predict("C");
    await one.timing.advance(0);
    expect(two.client.target).toBe("B");
    expect(two.events).toEqual([]);
    one.client.close();
    expect(two.client.state).toBe("ready");
    two.client.close();
  });
});
