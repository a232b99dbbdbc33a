import { describe, expect, test } from "bun:test";
import type { Frame, ServerMessage } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import { settleMicrotasks } from "@signify/core/testing";
import { readServerMessage } from "../connection/server-message.ts";
import { fakeLandmarks } from "./fake-frames.ts";
import { createFakeServer, type FakeServer } from "./fake-server.ts";

/** A client that speaks the protocol and nothing more. */
async function connectTo(server: FakeServer) {
  const socket = new server.WebSocket("ws://a");
  const messages: (ServerMessage | undefined)[] = [];
  const closings: number[] = [];
  socket.onmessage = ({ data }: { data: unknown }) => messages.push(readServerMessage(data));
  socket.onclose = ({ code }: { code: number }) => closings.push(code);
  let opened = false;
  socket.onopen = () => {
    opened = true;
  };
  await settleMicrotasks();
  const ask = async (message: object) => {
    socket.send(JSON.stringify(message));
    await settleMicrotasks();
  };
  return { ...{ socket, messages, closings, ask }, opened: () => opened };
}
const start = { type: "session.start", target: "A" };
const frame: Frame = {
  ...{ kind: "landmarks", sequence: 7, capturedAt: 12.5, mirrored: false },
  landmarks: fakeLandmarks(),
};

describe("createFakeServer", () => {
  test("says everything in words that the client knows", async () => {
    const server = createFakeServer({ framesPerSecond: 12, messageBytes: 900 });
    const { messages, ask } = await connectTo(server);
    await ask(start);
    await ask({ type: "target.set", target: "b" });
    await ask({ type: "ping", id: 3 });
    server.predict("B", 0.75);
    await settleMicrotasks();
    expect(messages).toMatchObject([
      { type: "session.ready", epoch: 1, limits: { framesPerSecond: 12, messageBytes: 900 } },
      { type: "target.reset", epoch: 2, target: "B" },
      { type: "pong", id: 3 },
      { type: "prediction", epoch: 2, letter: "B", target: "B", probability: 0.75, targetProbability: 0.75 },
    ]);
    expect(server.target).toBe("B");
  });

  test("keeps what it received, and predicts from the newest frame", async () => {
    const answered: Frame[] = [];
    const server = createFakeServer({
      onFrame(frame, server) {
        answered.push(frame);
        server.predict("C", 0.5, { letterness: 0 });
      },
    });
    const { socket, messages, ask } = await connectTo(server);
    await ask(start);
    socket.send(encodeFrame(frame).buffer);
    await settleMicrotasks();
    expect(server.messages).toEqual([start] as never);
    expect(server.frames).toEqual([frame]);
    expect(answered).toEqual([frame]);
    expect(messages.at(-1)).toMatchObject({
      sequence: 7,
      capturedAt: 12.5,
      targetProbability: 0.5,
      letterness: 0,
    });
  });

  test.each([
    ["unauthorized", 4401],
    ["origin-refused", 4403],
    ["too-many-connections", 1013],
  ] as const)("refuses as %s in the protocol's words", async (how, code) => {
    const server = createFakeServer();
    server.refuse(how);
    const { messages, closings } = await connectTo(server);
    expect(messages).toMatchObject([{ type: "error", code: how }]);
    expect(closings).toEqual([code]);
    expect(server.connections).toBe(0);
    server.refuse("none");
    expect((await connectTo(server)).opened()).toBe(true);
  });

  test.each([
    ["unreachable", [1006]],
    ["silent", []],
  ] as const)("%s, it lets nobody in", async (how, expected) => {
    const server = createFakeServer();
    server.refuse(how);
    const { opened, closings } = await connectTo(server);
    expect(opened()).toBe(false);
    expect(closings).toEqual([...expected]);
  });

  test("frozen, it reads nothing until it is thawed, and then all of it in order", async () => {
    const server = createFakeServer();
    const { messages, ask } = await connectTo(server);
    await ask(start);
    server.freeze(true);
    await ask({ type: "ping", id: 1 });
    server.freeze(true);
    await ask({ type: "ping", id: 2 });
    expect(messages).toHaveLength(1);
    server.freeze(false);
    await settleMicrotasks();
    expect(messages.slice(1)).toEqual([
      { type: "pong", id: 1 },
      { type: "pong", id: 2 },
    ]);
  });

  test("breaks every connection, with the code that is wanted", async () => {
    const server = createFakeServer({ answersPings: false });
    const clients = [await connectTo(server), await connectTo(server)];
    await clients[0]?.ask({ type: "ping", id: 1 });
    expect(server.connections).toBe(2);
    server.disconnect(1001);
    await settleMicrotasks();
    expect(server.connections).toBe(0);
    expect(clients.map(({ closings }) => closings)).toEqual([[1001], [1001]]);
    expect(clients[0]?.messages).toEqual([]);
  });
});
