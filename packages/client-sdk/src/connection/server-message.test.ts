import { describe, expect, test } from "bun:test";
import { serverMessages } from "@signify/core/protocol";
import { readServerMessage } from "./server-message.ts";

const ready = {
  type: "session.ready",
  epoch: 1,
  model: { name: "m", version: "1" },
  window: { frames: 32, needed: 8 },
  limits: { messageBytes: 1024, pictureSide: 64, framesPerSecond: 60 },
};

describe("readServerMessage", () => {
  test.each(Object.entries(serverMessages))(
    "knows %s, and requires exactly what the schema requires",
    (type, schema) => {
      const whole: Record<string, unknown> = Object.fromEntries(
        schema.required?.map((name) => [name, sample(name, type)]) ?? [],
      );
      const message = type === "session.ready" ? ready : { ...whole, type };
      expect(readServerMessage(JSON.stringify(message))?.type as string).toBe(type);
      for (const name of Object.keys(message)) {
        expect([name, readServerMessage(JSON.stringify({ ...message, [name]: undefined }))]).toEqual([
          name,
          undefined,
        ]);
      }
    },
  );

  test.each([
    "",
    "nonsense",
    "5",
    "null",
    "[]",
    '{"type":"toString"}',
    '{"type":"prediction"}',
    '{"type":"pong","id":"1"}',
    JSON.stringify({ ...ready, limits: { framesPerSecond: 0, messageBytes: 1 } }),
    new ArrayBuffer(4),
    undefined,
  ])("answers nothing for %p", (data) => expect(readServerMessage(data)).toBeUndefined());

  test("tolerates what a newer server adds", () => {
    expect(readServerMessage('{"type":"pong","id":1,"later":true}')).toMatchObject({ id: 1 });
  });
});

/** A value that fits a field of that name; a correction is always about a letter. */
function sample(name: string, type: string): unknown {
  if (name === "target") return type === "correction" ? "A" : null;
  if (["letter", "state", "code", "message", "sample", "seen"].includes(name)) return "A";
  if (["top", "points", "model", "window", "limits", "milliseconds"].includes(name)) return [];
  if (["verdict", "key", "part", "change"].includes(name)) return null;
  return name === "retryable" ? true : 1;
}
