import { describe, expect, test } from "bun:test";
import { encodeFrame } from "@signify/core/protocol";
import {
  landmarkFrame,
  locatedHands,
  pictureFrame,
  readingOf,
  settleMicrotasks,
} from "@signify/core/testing";
import { asSent } from "../testing/as-sent.ts";
import { createScriptedParts } from "../testing/connection-parts.ts";
import { createRecordedSocket } from "../testing/recorded-socket.ts";
import { type Connection, openConnection } from "./connection.ts";

const picture = encodeFrame(pictureFrame(0, { jpeg: new Uint8Array([1]) }));
const landmarks = (sequence: number) => encodeFrame(landmarkFrame(sequence));

function open(parts = createScriptedParts({ classifier: () => readingOf("B") })) {
  const socket = createRecordedSocket();
  const connection = openConnection("typed", socket, parts);
  connection.receive(asSent({ type: "session.start" }));
  return { parts, socket, connection };
}

test("coming and going are counted by protocol", () => {
  const { parts, connection } = open();
  expect(parts.observer.count("connectionOpened", "typed")).toBe(1);
  connection.close();
  expect(parts.observer.count("connectionClosed", "typed")).toBe(1);
});

describe("closing", () => {
  test("in mid-inference drops the frame as closed, sends nothing more and leaks no lease", async () => {
    const { parts, socket, connection } = open();
    connection.receive(picture);
    await settleMicrotasks();
    connection.close();
    const sent = socket.sent.length;
    parts.locator.calls[0]!.resolve(locatedHands());
    await settleMicrotasks();
    expect(socket.sent).toHaveLength(sent);
    expect(parts.observer.count("frameSettled", "closed")).toBe(1);
    expect(parts.locator).toMatchObject({ openLeases: 0, free: 1, waiting: 0 });
    expect(parts.broken).toEqual([]);
  });

  test("while its frame waits for a worker withdraws the request", async () => {
    const parts = createScriptedParts({ locator: { workers: 0 } });
    const { connection } = open(parts);
    connection.receive(picture);
    await settleMicrotasks();
    expect(parts.locator.waiting).toBe(1);
    connection.close();
    await settleMicrotasks();
    expect(parts.locator.waiting).toBe(0);
    expect(parts.observer.count("frameSettled", "closed")).toBe(1);
  });

  test("while the client does not read lets the frame in delivery end", async () => {
    const { parts, socket, connection } = open();
    socket.result = -1;
    connection.receive(landmarks(0));
    await settleMicrotasks();
    expect(parts.observer.count("frameSettled")).toBe(0);
    connection.close();
    await settleMicrotasks();
    expect(parts.observer.count("frameSettled")).toBe(1);
  });
});

test("a client that does not read gets no second reply: its frames supersede each other (I5)", async () => {
  const { parts, socket, connection } = open();
  socket.result = -1;
  for (let sequence = 0; sequence < 20; sequence++) {
    connection.receive(landmarks(sequence));
    await settleMicrotasks();
  }
  expect(
    socket.messages.filter((message) => (message as { type: string }).type === "prediction"),
  ).toHaveLength(1);
  expect(parts.observer.count("frameSettled", "superseded")).toBe(18);
  socket.result = 1;
  connection.drained();
  await settleMicrotasks();
  expect(socket.messages.at(-1)).toMatchObject({ type: "prediction", sequence: 19 });
  expect(parts.observer.count("frameSettled")).toBe(20);
});

test("two connections have nothing in common but the workers (I3)", async () => {
  const parts = createScriptedParts({
    classifier: (window) => readingOf(window.at(-63) === 1 ? "A" : "B"),
  });
  const one = open(parts);
  const other = open(parts);
  one.connection.receive(encodeFrame(landmarkFrame(0, { landmarks: new Float32Array(126).fill(1) })));
  other.connection.receive(encodeFrame(landmarkFrame(0, { landmarks: new Float32Array(126).fill(2) })));
  other.connection.receive(asSent({ type: "target.set", target: "Z" }));
  other.connection.receive(encodeFrame(landmarkFrame(1, { landmarks: new Float32Array(126).fill(2) })));
  await settleMicrotasks();
  expect(one.socket.messages.at(-1)).toMatchObject({
    type: "prediction",
    letter: "A",
    target: null,
    epoch: 1,
  });
  expect(other.socket.messages.at(-1)).toMatchObject({
    type: "prediction",
    letter: "B",
    target: "Z",
    epoch: 2,
  });
});

test("a socket that throws closes its own connection with 1011 and tells the server, whose other clients go on", async () => {
  const parts = createScriptedParts({ classifier: () => readingOf("B") });
  const one = open(parts);
  const other = open(parts);
  one.socket.send = () => {
    throw new Error("made up");
  };
  one.connection.receive(landmarks(0));
  await settleMicrotasks();
  expect(one.socket.closed).toEqual([{ code: 1011, reason: "internal error" }]);
  expect(parts.broken).toHaveLength(1);
  other.connection.receive(landmarks(0));
  await settleMicrotasks();
  expect(other.socket.messages.at(-1)).toMatchObject({ type: "prediction" });
});

describe("too much", () => {
  const flood = (connection: Connection) => {
    for (let time = 0; time < 1601; time++) connection.receive("nothing");
  };

  test("is told, in the words of the protocol, and then closed with 1008; nothing is read after that", async () => {
    const { parts, socket, connection } = open();
    connection.receive(picture);
    await settleMicrotasks();
    flood(connection);
    const sent = socket.sent.length;
    expect(socket.messages.at(-1)).toMatchObject({ type: "error", code: "too-fast", retryable: true });
    expect(socket.closed).toEqual([{ code: 1008, reason: expect.stringMatching(/^Expected fewer/) }]);
    flood(connection);
    connection.receive(asSent({ type: "ping", id: 1 }));
    expect(socket.sent).toHaveLength(sent);
    expect(socket.closed).toHaveLength(1);
    parts.locator.calls[0]!.resolve(locatedHands());
    await settleMicrotasks();
    expect(parts.observer.count("frameSettled", "closed")).toBe(1);
    connection.close();
    expect(parts.observer.count("connectionClosed")).toBe(1);
  });

  test("is counted for every message, but told at most once a second", () => {
    const { parts, socket, connection } = open();
    for (let time = 0; time < 1000; time++) connection.receive("nothing");
    const told = socket.messages.filter((message) => (message as { code?: string }).code === "too-fast");
    expect(told).toHaveLength(1);
    expect(parts.observer.count("fault")).toBe(1000);
  });

  test("are pings too", () => {
    const { socket, connection } = open();
    for (let time = 0; time < 1601; time++) connection.pinged();
    expect(socket.closed).toEqual([{ code: 1008, reason: expect.any(String) }]);
  });

  test("costs the client's own connection alone", async () => {
    const parts = createScriptedParts({ classifier: () => readingOf("B") });
    const one = open(parts);
    const other = open(parts);
    flood(one.connection);
    other.connection.receive(landmarks(0));
    await settleMicrotasks();
    expect(other.socket.messages.at(-1)).toMatchObject({ type: "prediction" });
    expect(other.socket.closed).toEqual([]);
  });
});

test("a client whose pictures cost more than can be borne is told so and closed with 1008", () => {
  let tell = () => {};
  const scripted = createScriptedParts();
  const { socket } = open({
    ...scripted,
    locatorFor(onGreedy) {
      tell = onGreedy;
      return scripted.locator;
    },
  });
  tell();
  expect(socket.messages.at(-1)).toMatchObject({ type: "error", code: "too-fast" });
  expect(socket.closed).toEqual([
    { code: 1008, reason: "Expected pictures that take less time to look at." },
  ]);
});

describe("the strain of a connection", () => {
  test("is nothing for an honest one, what it used up for one that leaves a flood early, and 1 once it was thrown out", () => {
    const { connection } = open();
    connection.receive(landmarks(0));
    expect(connection.strain).toBeLessThan(0.01);
    for (let time = 0; time < 300; time++) connection.pinged();
    expect(connection.strain).toBeCloseTo(0.5);
    for (let time = 0; time < 2000; time++) connection.pinged();
    expect(connection.strain).toBe(1);
  });

  test("is 1 for one whose pictures cost too much", () => {
    let tell = () => {};
    const scripted = createScriptedParts();
    const { connection } = open({
      ...scripted,
      locatorFor(onGreedy) {
        tell = onGreedy;
        return scripted.locator;
      },
    });
    tell();
    expect(connection.strain).toBe(1);
  });
});

test("a connection with little credit is thrown out sooner, and its locator is told of it", () => {
  const scripted = createScriptedParts();
  const credits: number[] = [];
  const socket = createRecordedSocket();
  const connection = openConnection(
    "typed",
    socket,
    {
      ...scripted,
      locatorFor(_, credit) {
        credits.push(credit);
        return scripted.locator;
      },
    },
    1 / 16,
  );
  for (let time = 0; time < 100; time++) connection.pinged();
  expect(socket.closed).toEqual([{ code: 1008, reason: expect.any(String) }]);
  expect(credits).toEqual([1 / 16]);
});
