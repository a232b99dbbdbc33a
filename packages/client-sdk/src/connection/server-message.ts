import type { ServerMessage, ServerMessageOf } from "@signify/core";

/** A value that stands for all of its kind; null for a text that may be null. */
type Example = 0 | "" | false | object | null;

/** The example of a type of the schema. */
type ExampleOf<Value> = null extends Value
  ? null
  : Value extends number
    ? 0
    : Value extends string
      ? ""
      : Value extends boolean
        ? false
        : object;

/** The fields of a message that are always there, each with an example. */
type Required<Message> = {
  [Field in keyof Message as Field extends "type"
    ? never
    : undefined extends Message[Field]
      ? never
      : Field]: ExampleOf<Message[Field]>;
};

/**
 * The fields that the client relies on, by message: all that the schema requires, or this does not compile. The schema
 * itself is not brought along: its library is larger than the whole client, and a field that the server adds later must
 * not break an older app.
 */
const expected: { readonly [Type in ServerMessage["type"]]: Required<ServerMessageOf<Type>> } = {
  "session.ready": { epoch: 0, model: {}, window: {}, limits: {} },
  prediction: {
    sequence: 0,
    capturedAt: 0,
    epoch: 0,
    letter: "",
    probability: 0,
    target: null,
    targetProbability: 0,
    verdict: null,
    letterness: 0,
    top: {},
    milliseconds: {},
  },
  status: { sequence: 0, state: "" },
  landmarks: { sequence: 0, points: {} },
  "target.reset": { epoch: 0, target: null, targetProbability: 0 },
  "hand.learning": { letter: "", progress: 0 },
  "hand.learned": { letter: "", sample: "" },
  "hand.refused": { letter: "", seen: "" },
  "session.draining": { seconds: 0 },
  error: { code: "", message: "", retryable: false },
  pong: { id: 0 },
};

/** Reads one text message; anything that is not a message of the typed protocol is `undefined`. */
export function readServerMessage(data: unknown): ServerMessage | undefined {
  try {
    const message = JSON.parse(String(data)) as Record<string, unknown>;
    return isServerMessage(message) ? message : undefined;
  } catch {
    // It is not JSON, or JSON without fields.
    return undefined;
  }
}

function isServerMessage(message: Record<string, unknown>): message is ServerMessage {
  const type = String(message.type);
  if (!Object.hasOwn(expected, type)) return false;
  const fields: Record<string, Example> = expected[type as ServerMessage["type"]];
  if (!Object.entries(fields).every(([name, example]) => isLike(message[name], example))) return false;
  return type !== "session.ready" || hasLimits(message.limits);
}

/** `null` is welcome where it is the example, and nowhere else. */
function isLike(value: unknown, example: Example): boolean {
  if (value === null) return example === null;
  return typeof value === typeof (example ?? "");
}

function hasLimits(limits: unknown): boolean {
  const { framesPerSecond, messageBytes } = limits as Record<string, unknown>;
  return Number(framesPerSecond) > 0 && Number(messageBytes) > 0;
}
