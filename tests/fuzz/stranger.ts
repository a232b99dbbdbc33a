import { expect } from "bun:test";
import { isUtf8 } from "node:buffer";
import { connectRaw, type RawClient } from "../support/raw-client.ts";
import { encodeRawFrame, opcodes, type RawFrame } from "../support/raw-frame.ts";
import { expectOriginalMessages, expectTypedMessages } from "../support/replies.ts";
import { marker } from "./marker.ts";

/** A message as a stranger sends it: lawful frames, cut at some places, around any payload. */
export type StrangeMessage = { opcode: number; payload: Uint8Array; cuts: number[] };

/** A path, what opens a conversation there, and an exchange that must always succeed. */
export type Dialect = {
  path: "/" | "/v1/recognize";
  opening: string[];
  message: string;
  answer: string;
};

/** Messages on one connection, so that what one leaves behind meets the next. */
const perConnection = 25;

/** Sends all messages; each must leave a connection that still answers, or end it as the protocol says. */
export async function playMessages(
  port: number,
  dialect: Dialect,
  messages: readonly StrangeMessage[],
): Promise<void> {
  for (let start = 0; start < messages.length; start += perConnection) {
    let client = await open(port, dialect);
    for (const message of messages.slice(start, start + perConnection)) {
      const lawful = message.opcode !== opcodes.text || isUtf8(message.payload);
      for (const frame of inFragments(message)) client.sendBytes(frame);
      expect(await isStillThere(client)).toBe(lawful);
      if (lawful) continue;
      leave(client, dialect, 1007);
      client = await open(port, dialect);
    }
    await expectAnswer(client, dialect);
    leave(client, dialect);
  }
}

/** Sends bytes that need not be frames at all, each on a connection of its own, and waits until that has ended. */
export async function playBytes(port: number, dialect: Dialect, cases: readonly Uint8Array[]): Promise<void> {
  for (const bytes of cases) {
    const client = await open(port, dialect);
    client.sendBytes(bytes);
    client.socket.end();
    await client.ended;
    leave(client, dialect, "any");
  }
}

async function open(port: number, { path, opening }: Dialect): Promise<RawClient> {
  const client = await connectRaw(port, path);
  for (const text of opening) client.send(text);
  return client;
}

function inFragments({ opcode, payload, cuts }: StrangeMessage): Buffer[] {
  const edges = [0, ...cuts.map((cut) => cut % (payload.length + 1)), payload.length].sort((a, b) => a - b);
  return edges.slice(1).map((edge, index) =>
    encodeRawFrame({
      opcode: index === 0 ? opcode : opcodes.continuation,
      payload: payload.subarray(edges[index], edge),
      final: index === edges.length - 2,
    }),
  );
}

/** A pong comes behind the answers to everything before its ping; without one the connection has ended. */
async function isStillThere(client: RawClient): Promise<boolean> {
  const known = client.frames.length;
  client.sendBytes(encodeRawFrame({ opcode: opcodes.ping }));
  const isPong = (frame: RawFrame) => frame.opcode === opcodes.pong && client.frames.indexOf(frame) >= known;
  return (await client.frame(isPong)) !== undefined;
}

async function expectAnswer(client: RawClient, { message, answer }: Dialect): Promise<void> {
  const known = client.frames.length;
  client.send(message);
  const isAnswer = (frame: RawFrame) => textOf(frame) === answer && client.frames.indexOf(frame) >= known;
  expect(await client.frame(isAnswer)).toBeDefined();
}

const textOf = ({ payload }: RawFrame) => Buffer.from(payload).toString();

/**
 * Ends a connection and holds everything that came on it to the protocol: its close code is the one expected, or none.
 * With "any" a close is an answer to a close, which repeats its reason as a pong repeats its ping.
 */
function leave(client: RawClient, { path }: Dialect, closeCode?: number | "any"): void {
  client.socket.destroy();
  const texts = client.frames.filter(({ opcode }) => opcode === opcodes.text).map(textOf);
  expect(texts.join("\n")).not.toContain(marker);
  const messages = texts.map((text) => JSON.parse(text));
  if (path === "/") expectOriginalMessages(messages);
  else expectTypedMessages(messages);
  if (closeCode === "any") return;
  const closes = client.frames.filter(({ opcode }) => opcode === opcodes.close);
  expect(closes.map(({ payload }) => Buffer.from(payload).readUInt16BE())).toEqual(
    closeCode === undefined ? [] : [closeCode],
  );
  expect(closes.map(textOf).join("\n")).not.toContain(marker);
}
