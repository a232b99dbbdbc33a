import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { locatedHands, noHandLandmarks, readingOf, settleMicrotasks } from "@signify/core/testing";
import { asSent } from "../testing/as-sent.ts";
import { createScriptedParts } from "../testing/connection-parts.ts";
import { createRecordedSocket } from "../testing/recorded-socket.ts";
import { openConnection } from "./connection.ts";

const jpeg_blob = Buffer.from("no decoder sees this").toString("base64");
const reset = '{"maxarg_letter":"A","target_arg_prob":0.0}';

function open(options: Parameters<typeof createScriptedParts>[0] = {}) {
  const parts = createScriptedParts({
    locator: { script: () => locatedHands() },
    classifier: () => readingOf("B", 0.8),
    ...options,
  });
  const socket = createRecordedSocket();
  const connection = openConnection("original", socket, parts);
  const receive = async (message: unknown) => {
    connection.receive(asSent(message));
    await settleMicrotasks();
  };
  return { parts, socket, connection, receive };
}

describe("a frame", () => {
  test("is answered with the best letter and its probability while there is no target", async () => {
    const { socket, receive } = open();
    await receive({ jpeg_blob });
    expect(socket.messages).toEqual([{ maxarg_letter: "B", target_arg_prob: 0.8 }]);
  });

  test("after a new letter is answered with that letter's probability", async () => {
    const { socket, receive } = open();
    await receive({ jpeg_blob: null, new_letter: "q" });
    await receive({ jpeg_blob });
    expect(socket.messages.at(-1)).toEqual({ maxarg_letter: "B", target_arg_prob: 0.008 });
  });

  test("with a data: prefix is the same frame", async () => {
    const { parts, receive } = open();
    await receive({ jpeg_blob: `data:image/jpeg;base64,${jpeg_blob}` });
    expect(Buffer.from(parts.locator.calls[0]!.frame.jpeg).toString()).toBe("no decoder sees this");
  });

  test("without a hand is answered with silence", async () => {
    const { socket, receive } = open({
      locator: { script: () => locatedHands({ landmarks: noHandLandmarks(), hands: 0 }) },
    });
    await receive({ jpeg_blob });
    expect(socket.sent).toEqual([]);
  });

  test("that cannot be read is answered with the reason, and the next one with a letter", async () => {
    let first = true;
    const { socket, receive } = open({
      locator: {
        script() {
          if (!first) return locatedHands();
          first = false;
          throw new SignifyError("bad-picture", "Expected a JPEG picture.");
        },
      },
    });
    await receive({ jpeg_blob });
    await receive({ jpeg_blob });
    expect(socket.messages).toEqual([
      { error: "Expected a JPEG picture." },
      { maxarg_letter: "B", target_arg_prob: 0.8 },
    ]);
  });

  test("faster than allowed is refused and never looked at", async () => {
    const { parts, socket, receive } = open({ framesPerSecond: 2 });
    for (let frame = 0; frame < 4; frame++) await receive({ jpeg_blob });
    expect(parts.locator.calls).toHaveLength(2);
    expect(socket.messages.at(-1)).toEqual({ error: "Expected at most 2 frames per second." });
    expect(parts.observer.count("fault", "too-fast")).toBe(2);
  });
});

describe("a new letter", () => {
  test("is answered at once with probability 0.0, written as the original wrote it", () => {
    const { socket, connection } = open();
    connection.receive(asSent({ jpeg_blob: null, new_letter: "C" }));
    expect(socket.sent).toEqual([reset]);
  });

  test("by the name that the deployed app uses is the same", () => {
    const { socket, connection } = open();
    connection.receive(asSent({ jpeg_blob: null, new_word_letter: "C" }));
    expect(socket.sent).toEqual([reset]);
  });

  test("is answered while a frame is in flight, whose letter then never comes", async () => {
    const { parts, socket, receive } = open({ locator: {} });
    await receive({ jpeg_blob });
    await receive({ jpeg_blob: null, new_letter: "C" });
    expect(socket.sent).toEqual([reset]);
    parts.locator.calls[0]!.resolve(locatedHands());
    await settleMicrotasks();
    expect(socket.sent).toEqual([reset]);
    expect(parts.observer.count("frameSettled", "reset")).toBe(1);
  });

  test("together with a frame comes first; the frame is read for the new letter", async () => {
    const { socket, receive } = open();
    await receive({ jpeg_blob, new_letter: "B" });
    expect(socket.messages).toEqual([
      { maxarg_letter: "A", target_arg_prob: 0 },
      { maxarg_letter: "B", target_arg_prob: 0.8 },
    ]);
  });

  test("is counted", async () => {
    const { parts, receive } = open();
    await receive({ jpeg_blob: null, new_letter: "C" });
    expect(parts.observer.count("targetReset")).toBe(1);
  });

  test("more often than allowed is refused", async () => {
    const { socket, receive } = open({ framesPerSecond: 2 });
    for (let time = 0; time < 3; time++) await receive({ jpeg_blob: null, new_letter: "C" });
    expect(socket.messages.at(-1)).toEqual({ error: "Expected at most 2 messages per second." });
  });
});

test.each<[string, unknown, string]>([
  ["text that is not JSON", "MARKER{", "Expected valid JSON."],
  ["bytes", new Uint8Array([1, 2, 3]), "Expected JSON text, not binary data."],
  ["a list", ["MARKER"], "Expected a JSON object"],
  ["a number", 5, "Expected a JSON object"],
  ["null", null, "Expected a JSON object"],
  ["no field", {}, 'Expected "jpeg_blob" to be'],
  ["a number for a picture", { jpeg_blob: 5 }, 'Expected "jpeg_blob" to be'],
  ["a null picture without a letter", { jpeg_blob: null }, 'Expected "jpeg_blob" to be null only'],
  ["two letters", { jpeg_blob, new_letter: "MARKER" }, 'Expected "new_letter" to be one letter'],
  ["a digit", { jpeg_blob, new_word_letter: "5" }, 'Expected "new_word_letter" to be one letter'],
  ["bad base64", { jpeg_blob: "MARKER*" }, 'Expected "jpeg_blob" to be base64'],
])(
  "%s is answered with what was expected, and the next frame with a letter",
  async (_, message, expected) => {
    const { parts, socket, receive } = open();
    await receive(message);
    expect(socket.messages).toEqual([{ error: expect.stringContaining(expected) }]);
    expect(socket.sent.join()).not.toContain("MARKER");
    expect(parts.observer.count("fault", "bad-message")).toBe(1);
    await receive({ jpeg_blob });
    expect(socket.messages.at(-1)).toEqual({ maxarg_letter: "B", target_arg_prob: 0.8 });
  },
);
