import { describe, expect, test } from "bun:test";
import { connect } from "./connect.ts";
import { fakeJpeg, fakeLandmarks } from "./testing/fake-frames.ts";
import { createFakeServer } from "./testing/fake-server.ts";
import { createManualTiming } from "./testing/manual-timing.ts";
import { openFakeSession } from "./testing/open-fake-session.ts";
import { lettersOf } from "./testing/record-events.ts";

/** The error that a promise is rejected with. */
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("connect", () => {
  test("starts a session with the target, the mode and the events that are wanted", async () => {
    const { server, client } = await openFakeSession({
      target: "b",
      mode: "still",
      events: ["landmarks"],
      token: "t",
    });
    expect(server.addresses).toEqual(["ws://signify.example/v1/recognize?access_token=t"]);
    expect(server.messages).toEqual([
      { type: "session.start", target: "B", mode: "still", events: ["landmarks"] },
    ]);
    expect(client.state).toBe("ready");
    expect(client.session.limits.framesPerSecond).toBe(60);
    client.close();
  });

  test("listeners that are given along hear the first state and the first target, which come before the client", async () => {
    const heard: unknown[] = [];
    const { client, server, timing } = await openFakeSession({
      target: "a",
      on: {
        state: ({ state }) => heard.push(state),
        target: ({ target }) => heard.push(target),
        prediction: ({ letter }) => heard.push(letter),
      },
    });
    expect(heard).toEqual(["ready", "A"]);
    client.sendFrame(fakeJpeg());
    await timing.advance(0);
    server.predict("B");
    await timing.advance(0);
    expect(heard).toEqual(["ready", "A", "B"]);
    client.close();
  });

  test("sends frames and delivers their letters", async () => {
    const { server, client, events, timing } = await openFakeSession();
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
    expect(lettersOf(events)).toEqual(["C"]);
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
    const error = await failure(connect({ url: "ws://a", WebSocket: server.WebSocket, timing }));
    expect(error).toMatchObject({ name: "SignifyError", code });
    expect(timing.armed).toBe(0);
  });

  test("a server that does not answer is given up after the timeout", async () => {
    const server = createFakeServer();
    const timing = createManualTiming();
    server.refuse("silent");
    const opening = failure(connect({ url: "ws://a", WebSocket: server.WebSocket, timing }));
    await timing.advance(10_000);
    expect(await opening).toMatchObject({ code: "unreachable", retryable: true });
    expect(timing.armed).toBe(0);
  });

  test("a bad address, a bad target and a runtime without WebSocket are told before anything is sent", async () => {
    const { WebSocket, addresses } = createFakeServer();
    expect(await failure(connect({ url: "localhost", WebSocket }))).toMatchObject({ code: "bad-address" });
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
    const setting = await openFakeSession({ signal: later.signal });
    later.abort();
    await setting.timing.advance(0);
    expect(setting.client.state).toBe("closed");
    expect(setting.server.connections).toBe(0);
    expect(setting.timing.armed).toBe(0);
  });
});
