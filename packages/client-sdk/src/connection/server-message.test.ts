import { describe, expect, test } from "bun:test";
import type { ServerMessage } from "@signify/core/protocol";
import { serverMessages } from "@signify/core/protocol";
import type { ClientEventOf } from "../events/client-event.ts";
import { readServerMessage } from "./server-message.ts";

const ready = {
  type: "session.ready",
  epoch: 1,
  model: { name: "m", version: "1" },
  window: { frames: 32, needed: 8 },
  limits: { messageBytes: 1024, pictureSide: 64, framesPerSecond: 60 },
};

// The package's own event types are what the schema says: this fails to compile when they drift apart.
type Message<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;
const sameTypes: [
  (event: Message<"prediction">) => ClientEventOf<"prediction">,
  (event: Message<"status">) => ClientEventOf<"status">,
  (event: Message<"landmarks">) => ClientEventOf<"landmarks">,
] = [(event) => event, (event) => event, (event) => event];

describe("readServerMessage", () => {
  test("knows every message of the schema, and requires no field that the schema does not", () => {
    for (const [type, schema] of Object.entries(serverMessages)) {
      const message = Object.fromEntries(schema.required?.map((name) => [name, sample(name)]) ?? []);
      const text = JSON.stringify(type === "session.ready" ? ready : { ...message, type });
      expect(readServerMessage(text)?.type as string).toBe(type);
    }
    expect(sameTypes).toHaveLength(3);
  });

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

/** A value that fits a field of that name. */
function sample(name: string): unknown {
  if (["letter", "state", "code", "message"].includes(name)) return "A";
  if (["top", "points", "model", "window", "limits", "milliseconds"].includes(name)) return [];
  if (name === "target") return null;
  return name === "retryable" ? true : 1;
}
