import { encodeRawFrame, opcodes } from "../support/raw-frame.ts";
import { type ConformanceCase, failed } from "./conformance-case.ts";

const { text, binary, close, ping, pong } = opcodes;

/** No extension was agreed on, so no reserved bit may be set (RFC 6455, 5.2). */
export const reservedBits: ConformanceCase[] = [
  ...[1, 2, 3, 4, 5, 6, 7].map((reserved) => ({
    name: `text with the bits ${reserved.toString(2).padStart(3, "0")}`,
    sent: (message: string) => [encodeRawFrame({ opcode: text, payload: message, reserved })],
    received: failed(1002),
  })),
  ...Object.entries({ binary, close, ping, pong }).map(([name, opcode], index) => ({
    name: `${name} with a bit set`,
    sent: () => [encodeRawFrame({ opcode, payload: "", reserved: 1 << (index % 3) })],
    received: failed(1002),
  })),
  {
    name: "a message, then one with a bit set: the first is answered",
    sent: (message) => [
      encodeRawFrame({ opcode: text, payload: message }),
      encodeRawFrame({ opcode: text, payload: message, reserved: 2 }),
      encodeRawFrame({ opcode: ping, payload: "too late" }),
    ],
    received: ["answer", ...failed(1002)],
  },
  {
    name: "a bit set on a continuation",
    sent: (message) => [
      encodeRawFrame({ opcode: text, payload: message.slice(0, 4), final: false }),
      encodeRawFrame({ opcode: opcodes.continuation, payload: message.slice(4), reserved: 4 }),
    ],
    received: failed(1002),
  },
];
