import { connectRaw } from "../support/raw-client.ts";
import { encodeRawFrame, opcodes, type RawFrame } from "../support/raw-frame.ts";
import type { ConformanceCase } from "./conformance-case.ts";

/** A path of the server, and one exchange in its protocol. */
export type Dialect = { path: string; message: string; answer: string };

/** A ping that no case sends. */
const lastPing = "that is all";

/** Plays a case on a connection of its own and answers what came back, in the words of {@link ConformanceCase}. */
export async function playCase(port: number, { sent }: ConformanceCase, dialect: Dialect): Promise<string[]> {
  using client = await connectRaw(port, dialect.path);
  for (const piece of sent(dialect.message)) {
    client.sendBytes(piece);
    // One turn of the loop, so that the pieces are writes of their own and not one.
    await new Promise(setImmediate);
  }
  client.sendBytes(encodeRawFrame({ opcode: opcodes.ping, payload: lastPing }));
  const isLast = ({ opcode, payload }: RawFrame) => opcode === opcodes.pong && textOf(payload) === lastPing;
  const last = await client.frame(isLast);
  if (!last) await client.ended;
  const received = client.frames.filter((frame) => frame !== last);
  return [...received.map((frame) => describe(frame, dialect)), last ? "open" : "ended"];
}

const textOf = (payload: Uint8Array) => Buffer.from(payload).toString();

function describe({ opcode, payload, final, reserved }: RawFrame, { answer }: Dialect): string {
  if (!final || reserved !== 0) return "a frame that no extension allows";
  switch (opcode) {
    case opcodes.text:
      return textOf(payload) === answer ? "answer" : "refusal";
    case opcodes.pong:
      return `pong ${textOf(payload)}`;
    case opcodes.close:
      return payload.length < 2 ? "close" : `close ${Buffer.from(payload).readUInt16BE()}`;
    default:
      return `opcode ${opcode}`;
  }
}
