import { describe, expect, test } from "bun:test";
import type { ServerMessage } from "@signify/core";
import { settleMicrotasks } from "@signify/core/testing";
import { createFakeSocketClass, type FakeSocket } from "../testing/fake-socket.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { type ConnectionEnd, unreachable } from "./close-error.ts";
import { openSocket, type SessionReady } from "./open-socket.ts";
import type { WebSocketClass, WebSocketLike } from "./web-socket.ts";

const session: SessionReady = {
  ...{
    type: "session.ready",
    epoch: 1,
    model: { name: "m", version: "1", digest: "d" },
    window: { frames: 32, needed: 8 },
  },
  limits: { messageBytes: 1000, pictureSide: 4096, framesPerSecond: 60 },
};
const refusal = { type: "error", code: "too-many-connections", message: "Full today.", retryable: true };
const pong: ServerMessage = { type: "pong", id: 1 };

/** One socket, and the other end of it. */
async function setUp(Class?: (own: WebSocketClass) => WebSocketClass) {
  const timing = createManualTiming();
  const received: unknown[] = [];
  let end: FakeSocket | undefined;
  let closed = 0;
  const WebSocket = createFakeSocketClass({
    onConnect(socket) {
      end = socket;
    },
    onMessage: (_, data) => void received.push(data),
    onClose() {
      closed += 1;
    },
  });
  const told: { ready: number[]; messages: ServerMessage[]; ends: ConnectionEnd[] } = {
    ...{ ready: [], messages: [], ends: [] },
  };
  let target: "A" | "B" = "A";
  const socket = openSocket({
    address: "ws://a",
    WebSocket: Class?.(WebSocket) ?? WebSocket,
    start: () => ({ type: "session.start", target }),
    timeout: 10_000,
    timing,
    onReady: (_, roundTrip) => told.ready.push(roundTrip),
    onMessage: (message) => told.messages.push(message),
    onEnd: (end) => told.ends.push(end),
  });
  await settleMicrotasks();
  /** What the server does next: it lets the client in, sends a message, or ends with a close code. */
  const server = async (...acts: ("open" | object | string | number)[]) => {
    for (const act of acts) {
      if (act === "open") end?.open();
      else if (typeof act === "number") end?.end(act);
      else end?.deliver(typeof act === "string" ? act : JSON.stringify(act));
      await settleMicrotasks();
    }
  };
  return {
    ...{ timing, received, told, socket, server },
    want: (letter: "B") => {
      target = letter;
    },
    get closed() {
      return closed;
    },
  };
}

describe("openSocket", () => {
  test("asks for a session once it is open, with what is wanted by then", async () => {
    const { want, server, received } = await setUp();
    want("B");
    expect(received).toEqual([]);
    await server("open");
    expect(received).toEqual([JSON.stringify({ type: "session.start", target: "B" })]);
  });

  test("is ready with the session, and says how long the way there and back took", async () => {
    const { server, timing, told, socket } = await setUp();
    await timing.advance(500);
    await server("open");
    await timing.advance(80);
    await server(session);
    expect(told.ready).toEqual([80]);
    expect(timing.armed).toBe(0);
    socket.close();
  });

  test("passes on what the server says, and skips what it does not know", async () => {
    const { server, told } = await setUp();
    await server("open", session, "nonsense", { type: "news" }, pong);
    expect(told).toMatchObject({ messages: [pong], ends: [] });
  });

  test.each([["hello"], [pong], [{ type: "welcome" }]])(
    "what answers %j instead of a session is no Signify server, and stays none",
    async (answer) => {
      const setting = await setUp();
      await setting.server("open", answer);
      expect(setting.told.ends).toMatchObject([{ error: { code: "wrong-server" }, final: true }]);
      expect(setting.closed).toBe(1);
    },
  );

  test("a refusal in words is told when the close code says nothing", async () => {
    const { server, told } = await setUp();
    await server("open", refusal, 1006);
    expect(told.ends).toMatchObject([
      { error: { code: "too-many-connections", message: "Full today." }, final: false },
    ]);
  });

  test("a close code that says why goes before the refusal's words", async () => {
    const { server, told } = await setUp();
    await server("open", refusal, 4401);
    expect(told.ends).toMatchObject([{ error: { code: "unauthorized" }, final: true }]);
  });

  test.each([
    ["before the session", [], /No Signify server answered/],
    ["with a session", ["open", session], /was lost/],
  ] as const)("a connection that breaks %s is told so, once", async (_, acts, message) => {
    const { server, told, socket, timing } = await setUp();
    await server(...acts, 1006);
    socket.abandon();
    await timing.advance(20_000);
    expect(told.ends).toMatchObject([
      { error: { code: "unreachable", message: expect.stringMatching(message) } },
    ]);
    expect(timing.armed).toBe(0);
  });

  test("is given up when no session is ready in time, even if the socket is open", async () => {
    const setting = await setUp();
    await setting.server("open");
    await setting.timing.advance(9999);
    expect(setting.told.ends).toEqual([]);
    await setting.timing.advance(1);
    expect(setting.told.ends).toMatchObject([{ error: { code: "unreachable" } }]);
    expect(setting.told.ends[0]?.error.message).toBe(unreachable(false).message);
    expect(setting.closed).toBe(1);
  });

  test("abandoning it tells of a lost connection, and of nothing that still comes", async () => {
    const { server, told, socket } = await setUp();
    await server("open", session);
    socket.abandon();
    await server(pong, 4401);
    expect(told.messages).toEqual([]);
    expect(told.ends).toMatchObject([{ error: { code: "unreachable" } }]);
    expect(told.ends[0]?.error.message).toBe(unreachable(true).message);
  });

  test("closing it tells of nothing at all", async () => {
    const { server, told, socket, timing } = await setUp();
    socket.close(1000);
    await server("open", session, pong, 1006);
    await timing.advance(20_000);
    expect(told).toEqual({ ready: [], messages: [], ends: [] });
    expect(timing.armed).toBe(0);
  });

  test("a socket that takes its time to close is not heard meanwhile", async () => {
    const { server, told, socket, received } = await setUp(
      (Own) =>
        class extends Own {
          override close() {}
        },
    );
    socket.close();
    await server("open", session, pong, 1006);
    expect(told).toEqual({ ready: [], messages: [], ends: [] });
    expect(received).toEqual([]);
  });

  test("asks for bytes as buffers, and hears its errors from the start to after the end, as ws demands", async () => {
    const sockets: WebSocketLike[] = [];
    const { socket } = await setUp(
      (Own) =>
        class extends Own {
          constructor(url: string) {
            super(url);
            sockets.push(this);
          }
        },
    );
    expect(sockets[0]?.binaryType).toBe("arraybuffer");
    expect(sockets[0]?.onerror).toBeFunction();
    socket.close();
    expect(sockets[0]?.onerror).toBeFunction();
  });

  test("sends what it is given, and says what has not left yet", async () => {
    const { server, socket, received } = await setUp(
      (Own) =>
        class extends Own {
          override bufferedAmount = 7;
        },
    );
    await server("open", session);
    const frame = new ArrayBuffer(3);
    socket.send(frame);
    await settleMicrotasks();
    expect(received.at(-1)).toBe(frame);
    expect(socket.bufferedAmount).toBe(7);
  });

  test("an address that the runtime refuses is told after opening has returned, and is final", async () => {
    const refused = new SyntaxError("insecure");
    const { told, timing, socket } = await setUp(
      () =>
        class {
          constructor() {
            throw refused;
          }
        } as unknown as WebSocketClass,
    );
    expect(told.ends).toEqual([]);
    expect(socket.bufferedAmount).toBe(0);
    await timing.advance(0);
    expect(told.ends).toMatchObject([{ error: { code: "bad-address", cause: refused }, final: true }]);
    expect(timing.armed).toBe(0);
  });

  test("a socket that throws when it is closed before its opening harms nobody", async () => {
    const { told, socket } = await setUp(
      (Own) =>
        class extends Own {
          override close() {
            throw new Error("not open yet");
          }
        },
    );
    socket.abandon();
    expect(told.ends).toMatchObject([{ error: { code: "unreachable" } }]);
  });
});
