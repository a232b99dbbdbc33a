import type { TSchema } from "@sinclair/typebox";
import { type TypeCheck, TypeCompiler } from "@sinclair/typebox/compiler";
import { type ClusterMessage, messages } from "./messages.ts";

/** A message with what comes behind it. */
export type Received = { message: ClusterMessage; bytes: Uint8Array };

const lengthBytes = 2;
/** Bytes of the longest message that there is, without what comes behind it; the usual ones have 14 to 400. */
export const maxHeadLength = 4096;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
const nothing = new Uint8Array(0);

const checks = new Map<string, TypeCheck<TSchema>>();
function checkOf(type: string): TypeCheck<TSchema> | undefined {
  const schema = Object.hasOwn(messages, type) ? messages[type as keyof typeof messages] : undefined;
  if (schema && !checks.has(type)) checks.set(type, TypeCompiler.Compile(schema));
  return checks.get(type);
}

/** Length of the message (u16, little-endian), the message as JSON, what comes behind it. */
export function encodeMessage(message: ClusterMessage, bytes: Uint8Array = nothing): Uint8Array {
  const head = encoder.encode(JSON.stringify(message));
  const data = new Uint8Array(lengthBytes + head.length + bytes.length);
  data[0] = head.length & 0xff;
  data[1] = head.length >> 8;
  data.set(head, lengthBytes);
  data.set(bytes, lengthBytes + head.length);
  return data;
}

/** Reads a message as a stranger's: `undefined` where it is none, or has other fields or values than it should. */
export function decodeMessage(data: Uint8Array): Received | undefined {
  const length = (data[0] ?? 0) | ((data[1] ?? 0) << 8);
  const end = lengthBytes + length;
  if (length === 0 || length > maxHeadLength || end > data.length) return undefined;
  try {
    const message: unknown = JSON.parse(decoder.decode(data.subarray(lengthBytes, end)));
    const type =
      typeof message === "object" && message !== null && "type" in message ? message.type : undefined;
    if (typeof type !== "string" || !checkOf(type)?.Check(message)) return undefined;
    return { message: message as ClusterMessage, bytes: data.subarray(end) };
  } catch {
    return undefined; // No UTF-8, or no JSON.
  }
}
