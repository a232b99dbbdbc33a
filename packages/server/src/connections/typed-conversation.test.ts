import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import {
  landmarkFrame,
  locatedHands,
  noHandLandmarks,
  pictureFrame,
  readingOf,
  settleMicrotasks,
  testModel,
} from "@signify/core/testing";
import { asSent } from "../testing/as-sent.ts";
import { createScriptedParts } from "../testing/connection-parts.ts";
import { createRecordedSocket } from "../testing/recorded-socket.ts";
import { openConnection } from "./connection.ts";

function open(options: Parameters<typeof createScriptedParts>[0] = {}) {
  const parts = createScriptedParts({
    locator: { script: () => locatedHands() },
    classifier: () => readingOf("B", 0.8),
    ...options,
  });
  const socket = createRecordedSocket();
  const connection = openConnection("typed", socket, parts);
  const receive = async (message: unknown) => {
    connection.receive(asSent(message));
    await settleMicrotasks();
  };
  const types = () => (socket.messages as { type: string }[]).map(({ type }) => type);
  return { parts, socket, connection, receive, types };
}

const picture = (sequence: number) => encodeFrame(pictureFrame(sequence, { jpeg: new Uint8Array([1]) }));
const landmarks = (sequence: number) => encodeFrame(landmarkFrame(sequence));

describe("session.start", () => {
  test("is answered with the model, the window and the limits", async () => {
    const { socket, receive } = open();
    await receive({ type: "session.start", target: "c" });
    expect(socket.messages).toEqual([
      {
        type: "session.ready",
        epoch: 1,
        model: testModel,
        window: { frames: 32, needed: 1 },
        limits: { messageBytes: 1 << 20, pictureSide: 4096, framesPerSecond: 60 },
      },
    ]);
  });

  test.each<[string, unknown]>([
    ["a frame", landmarks(0)],
    ["a target", { type: "target.set", target: "A" }],
  ])("has to come before %s", async (_, message) => {
    const { socket, receive } = open();
    await receive(message);
    expect(socket.messages).toEqual([
      {
        type: "error",
        code: "bad-message",
        message: 'Expected "session.start" before anything else.',
        retryable: false,
      },
    ]);
  });

  test("sent again ends the old session: its frame in flight is accounted for and never answered", async () => {
    const { parts, receive, types } = open({ locator: {} });
    await receive({ type: "session.start" });
    await receive(picture(0));
    await receive({ type: "session.start", mode: "still" });
    parts.locator.calls[0]!.resolve(locatedHands());
    await settleMicrotasks();
    expect(types()).toEqual(["session.ready", "session.ready"]);
    expect(parts.observer.count("frameAccepted")).toBe(1);
    expect(parts.observer.count("frameSettled")).toBe(1);
    expect(parts.locator.openLeases).toBe(0);
  });

  test("with mode still reads each picture for itself", async () => {
    const { parts, receive } = open();
    await receive({ type: "session.start", mode: "still" });
    await receive(picture(0));
    expect(parts.locator.calls[0]?.mode).toBe("still");
  });
});

describe("a frame", () => {
  test("with landmarks is answered without a vision worker", async () => {
    const { parts, socket, receive } = open();
    await receive({ type: "session.start", target: "B" });
    await receive(landmarks(41));
    expect(socket.messages.at(-1)).toMatchObject({
      type: "prediction",
      sequence: 41,
      epoch: 1,
      letter: "B",
      probability: 0.8,
      target: "B",
      targetProbability: 0.8,
    });
    expect(parts.locator.calls).toHaveLength(0);
  });

  test("with a picture is answered the same way", async () => {
    const { socket, receive } = open();
    await receive({ type: "session.start" });
    await receive(picture(7));
    expect(socket.messages.at(-1)).toMatchObject({ type: "prediction", sequence: 7, letter: "B" });
  });

  test("that cannot be read is answered with an error about its number", async () => {
    const { socket, receive } = open({
      locator: {
        script() {
          throw new SignifyError("bad-picture", "Expected a JPEG picture.");
        },
      },
    });
    await receive({ type: "session.start" });
    await receive(picture(9));
    expect(socket.messages.at(-1)).toEqual({
      type: "error",
      code: "bad-picture",
      message: "Expected a JPEG picture.",
      retryable: false,
      sequence: 9,
    });
  });

  test("faster than allowed is refused and never looked at", async () => {
    const { parts, socket, receive } = open({ framesPerSecond: 2 });
    await receive({ type: "session.start" });
    for (let frame = 0; frame < 4; frame++) await receive(picture(frame));
    expect(parts.locator.calls).toHaveLength(2);
    expect(socket.messages.at(-1)).toMatchObject({ type: "error", code: "too-fast", retryable: true });
  });
});

describe("events", () => {
  test("no status and no landmarks come to who did not ask for them", async () => {
    const { receive, types } = open();
    await receive({ type: "session.start" });
    await receive(landmarks(0));
    expect(types()).toEqual(["session.ready", "prediction"]);
  });

  test("status comes to who asked for it", async () => {
    const { socket, receive } = open({
      locator: { script: () => locatedHands({ landmarks: noHandLandmarks(), hands: 0 }) },
    });
    await receive({ type: "session.start", events: ["status"] });
    await receive(picture(3));
    expect(socket.messages.at(-1)).toEqual({ type: "status", sequence: 3, state: "no-hand" });
  });

  test("landmarks come to who asked for them, before the prediction of the same frame", async () => {
    const { socket, receive, types } = open();
    await receive({ type: "session.start", events: ["landmarks"] });
    await receive(picture(3));
    expect(types()).toEqual(["session.ready", "landmarks", "prediction"]);
    expect(socket.messages[1]).toMatchObject({ sequence: 3, aspect: 4 / 3 });
  });
});

describe("target.set", () => {
  test("is answered at once, and what was in flight is never answered", async () => {
    const { parts, socket, connection, receive, types } = open({ locator: {} });
    await receive({ type: "session.start", target: "A" });
    await receive(picture(0));
    connection.receive(asSent({ type: "target.set", target: "b" }));
    expect(socket.messages.at(-1)).toEqual({
      type: "target.reset",
      epoch: 2,
      target: "B",
      targetProbability: 0,
    });
    parts.locator.calls[0]!.resolve(locatedHands());
    await settleMicrotasks();
    expect(types()).toEqual(["session.ready", "target.reset"]);
    expect(parts.observer.count("targetReset")).toBe(1);
  });

  test("null takes the target away", async () => {
    const { socket, receive } = open();
    await receive({ type: "session.start", target: "A" });
    await receive({ type: "target.set", target: null });
    await receive(landmarks(0));
    expect(socket.messages.at(-1)).toMatchObject({ target: null, targetProbability: 0.8, epoch: 2 });
  });
});

test("a ping is answered with its number, also before the session starts", async () => {
  const { socket, receive } = open();
  await receive({ type: "ping", id: 4294967295 });
  expect(socket.messages).toEqual([{ type: "pong", id: 4294967295 }]);
});

test.each<[string, unknown, string, string]>([
  ["text that is not JSON", "MARKER", "bad-message", "Expected valid JSON"],
  ["a list", ["MARKER"], "bad-message", "Expected a JSON object"],
  ["an unknown type", { type: "MARKER" }, "bad-message", 'Expected a "type" of'],
  ["an unknown field", { type: "ping", id: 1, MARKER: 1 }, "bad-message", "expected only the fields"],
  [
    "a target that is no letter",
    { type: "target.set", target: "MARKER" },
    "bad-message",
    'expected "target"',
  ],
  ["an unknown event", { type: "session.start", events: ["MARKER"] }, "bad-message", 'expected "events"'],
  ["a ping that is negative", { type: "ping", id: -1 }, "bad-message", 'expected "id"'],
  ["a short header", new Uint8Array(15), "bad-frame", "at least 16 header bytes"],
  ["another version", picture(0).with(0, 2), "bad-frame", "frame version 1"],
  ["an unknown kind", picture(0).with(1, 3), "bad-frame", "kind 1 (JPEG) or 2 (landmarks)"],
  ["a float too few", landmarks(0).subarray(0, -4), "bad-frame", "42 × 3 float32"],
  ["a float too many", new Uint8Array([...landmarks(0), 0, 0, 0, 0]), "bad-frame", "42 × 3 float32"],
  ["a float that is not a number", withFloat(16, Number.NaN), "bad-frame", "finite landmarks"],
  ["an infinite float", withFloat(516, Number.NEGATIVE_INFINITY), "bad-frame", "finite landmarks"],
  ["an infinite time", withTime(Number.POSITIVE_INFINITY), "bad-frame", "finite capture time"],
])(
  "%s is answered with what was expected, and the next frame with a letter",
  async (_, sent, code, expected) => {
    const { parts, socket, receive } = open();
    await receive({ type: "session.start" });
    await receive(sent);
    expect(socket.messages).toHaveLength(2);
    expect(socket.messages[1]).toMatchObject({
      type: "error",
      code,
      message: expect.stringContaining(expected),
    });
    expect(socket.sent.join()).not.toContain("MARKER");
    expect(parts.observer.count("fault", code)).toBe(1);
    await receive(landmarks(1));
    expect(socket.messages.at(-1)).toMatchObject({ type: "prediction", letter: "B" });
  },
);

function withFloat(at: number, value: number): Uint8Array {
  const message = landmarks(0);
  new DataView(message.buffer).setFloat32(at, value, true);
  return message;
}

function withTime(value: number): Uint8Array {
  const message = landmarks(0);
  new DataView(message.buffer).setFloat64(8, value, true);
  return message;
}

describe("a server that is about to stop", () => {
  test("says so to a client that has a session, and to no other", async () => {
    const { connection, receive, socket } = open();
    connection.announceEnd(5);
    expect(socket.messages).toEqual([]);
    await receive({ type: "session.start" });
    connection.announceEnd(5);
    expect(socket.messages.at(-1)).toEqual({ type: "session.draining", seconds: 5 });
  });
});
