import type { ServerMessage, ServerMessageOf } from "@signify/core";

type Kind = "number" | "string" | "boolean" | "object" | "nullable";

/** The kind of value that a type of the schema stands for. */
type KindOf<Value> = null extends Value
  ? "nullable"
  : Value extends number
    ? "number"
    : Value extends string
      ? "string"
      : Value extends boolean
        ? "boolean"
        : "object";

/** The fields of a message that are always there, each with its kind. */
type Required<Message> = {
  [Field in keyof Message as Field extends "type"
    ? never
    : undefined extends Message[Field]
      ? never
      : Field]: KindOf<Message[Field]>;
};

/**
 * The fields that the client relies on, by message: all that the schema requires, or this does not compile. The schema
 * itself is not brought along: its library is larger than the whole client, and a field that the server adds later must
 * not break an older app.
 */
const expected: { readonly [Type in ServerMessage["type"]]: Required<ServerMessageOf<Type>> } = {
  "session.ready": { epoch: "number", model: "object", window: "object", limits: "object" },
  prediction: {
    ...({ sequence: "number", capturedAt: "number", epoch: "number", letter: "string" } as const),
    ...({ probability: "number", target: "nullable", targetProbability: "number" } as const),
    ...({ verdict: "nullable", letterness: "number", top: "object", milliseconds: "object" } as const),
  },
  status: { sequence: "number", state: "string" },
  landmarks: { sequence: "number", points: "object" },
  correction: {
    ...({ sequence: "number", epoch: "number", target: "string", key: "nullable" } as const),
    ...({ part: "nullable", change: "nullable", points: "object", strength: "number" } as const),
  },
  "target.reset": { epoch: "number", target: "nullable", targetProbability: "number" },
  "hand.learning": { letter: "string", progress: "number" },
  "hand.learned": { letter: "string", sample: "string" },
  "hand.refused": { letter: "string", seen: "string" },
  "session.draining": { seconds: "number" },
  error: { code: "string", message: "string", retryable: "boolean" },
  pong: { id: "number" },
};

/** Reads one text message; anything that is not a message of the typed protocol is `undefined`. */
export function readServerMessage(data: unknown): ServerMessage | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isServerMessage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isServerMessage(value: unknown): value is ServerMessage {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  if (!Object.hasOwn(expected, String(value.type))) return false;
  const fields: Record<string, Kind> = expected[value.type as ServerMessage["type"]];
  const message = value as Record<string, unknown>;
  if (!Object.entries(fields).every(([name, kind]) => isOfKind(message[name], kind))) return false;
  return value.type !== "session.ready" || hasLimits(message.limits);
}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind === "nullable") return value === null || typeof value === "string";
  return typeof value === kind && value !== null;
}

function hasLimits(limits: unknown): boolean {
  const { framesPerSecond, messageBytes } = limits as Record<string, unknown>;
  return Number(framesPerSecond) > 0 && Number(messageBytes) > 0;
}
