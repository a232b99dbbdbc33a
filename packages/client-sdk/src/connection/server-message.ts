import type { ServerMessage } from "@signify/core/protocol";

type Kind = "number" | "string" | "boolean" | "object" | "nullable";
type Fields = Readonly<Record<string, Kind>>;

/**
 * The fields that the client relies on, by message. The schema of the core is not brought along for this: its library
 * is larger than the whole client, and a field that the server adds later must not break an older app.
 */
const expected: Readonly<Record<ServerMessage["type"], Fields>> = {
  "session.ready": { epoch: "number", model: "object", window: "object", limits: "object" },
  prediction: {
    ...{ sequence: "number", capturedAt: "number", epoch: "number", letter: "string", probability: "number" },
    ...{ target: "nullable", targetProbability: "number", letterness: "number", top: "object" },
    ...{ milliseconds: "object" },
  },
  status: { sequence: "number", state: "string" },
  landmarks: { sequence: "number", points: "object" },
  "target.reset": { epoch: "number", target: "nullable" },
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
  const fields = Object.hasOwn(expected, String(value.type))
    ? expected[value.type as ServerMessage["type"]]
    : undefined;
  if (!fields) return false;
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
