import { clientMessages, serverMessages } from "../schema/messages.ts";
import { OriginalError, OriginalReply, OriginalRequest } from "./original.ts";

const frameMessage = {
  name: "frame",
  contentType: "application/octet-stream",
  summary:
    "One frame: a 16-byte little-endian header (u8 version = 1, u8 kind 1 JPEG or 2 landmarks, u16 flags with bit 0 mirrored, u32 sequence, f64 capture time in ms), then the JPEG or 42 × 3 float32 landmarks.",
  payload: { type: "string", format: "binary" },
};

type Schemas = Record<string, object>;

const jsonMessages = (schemas: Schemas) =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, payload]) => [
      name,
      { name, contentType: "application/json", payload },
    ]),
  );

const references = (channel: string, names: string[]) =>
  names.map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` }));

/** The AsyncAPI 3 description of both WebSocket protocols, generated from the schemas that validate them. */
export function asyncApiDocument(version: string): object {
  const original: Schemas = { request: OriginalRequest, reply: OriginalReply, error: OriginalError };
  const operation = (action: "send" | "receive", channel: string, names: string[]) => ({
    action,
    channel: { $ref: `#/channels/${channel}` },
    messages: references(channel, names),
  });
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Signify",
      version,
      description: "Recognizes American Sign Language fingerspelling (A–Z) from camera frames.",
      license: { name: "Apache-2.0" },
    },
    channels: {
      original: { address: "/", title: "The original protocol", messages: jsonMessages(original) },
      recognize: {
        address: "/v1/recognize",
        title: "The typed protocol",
        messages: { ...jsonMessages(clientMessages), frame: frameMessage, ...jsonMessages(serverMessages) },
      },
    },
    operations: {
      receiveOriginalRequest: operation("receive", "original", ["request"]),
      sendOriginalReply: operation("send", "original", ["reply", "error"]),
      receiveClientMessage: operation("receive", "recognize", [...Object.keys(clientMessages), "frame"]),
      sendServerMessage: operation("send", "recognize", Object.keys(serverMessages)),
    },
  };
}
