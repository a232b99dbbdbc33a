import { encodeRawFrame, opcodes } from "../support/raw-frame.ts";
import { type ConformanceCase, failed } from "./conformance-case.ts";

const { text, ping, pong, close } = opcodes;

const closing = (code: number, reason: string | Uint8Array = "") =>
  encodeRawFrame({
    opcode: close,
    payload: Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason as Uint8Array)]),
  });

const lawful = [
  ...[1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014],
  ...[3000, 3999, 4000, 4999],
];
const unlawful = [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535];

/** A close is answered once, with its own code; nothing that follows it is read. */
export const closes: ConformanceCase[] = [
  {
    name: "without a code",
    sent: () => [encodeRawFrame({ opcode: close })],
    received: ["close", "ended"],
  },
  ...lawful.map((code) => ({
    name: `with ${code}`,
    sent: () => [closing(code)],
    received: [`close ${code}`, "ended"],
  })),
  ...unlawful.map((code) => ({
    name: `with ${code}, which nobody may send`,
    sent: () => [closing(code)],
    received: failed(1002),
  })),
  {
    name: "with half a code",
    sent: () => [encodeRawFrame({ opcode: close, payload: Buffer.from([3]) })],
    received: failed(1002),
  },
  {
    name: "with a reason",
    sent: () => [closing(1000, "bye, 再见")],
    received: ["close 1000", "ended"],
  },
  {
    name: "with the longest reason",
    sent: () => [closing(1000, "x".repeat(123))],
    received: ["close 1000", "ended"],
  },
  {
    name: "with a reason that is too long",
    sent: () => [closing(1000, "x".repeat(124))],
    received: failed(1002),
  },
  {
    name: "with a reason that is not UTF-8",
    sent: () => [closing(1000, Buffer.from("ceba61ff", "hex"))],
    received: failed(1007),
  },
  {
    name: "behind a message, which is answered",
    sent: (message) => [encodeRawFrame({ opcode: text, payload: message }), closing(1000)],
    received: ["answer", "close 1000", "ended"],
  },
  {
    name: "before a message, which is not",
    sent: (message) => [closing(1000), encodeRawFrame({ opcode: text, payload: message })],
    received: ["close 1000", "ended"],
  },
  {
    name: "before a message, in one piece",
    sent: (message) => [Buffer.concat([closing(1000), encodeRawFrame({ opcode: text, payload: message })])],
    received: ["close 1000", "ended"],
  },
  {
    name: "before a ping, which has no pong",
    sent: () => [closing(1000), encodeRawFrame({ opcode: ping, payload: "?" })],
    received: ["close 1000", "ended"],
  },
  {
    name: "before a pong",
    sent: () => [closing(1000), encodeRawFrame({ opcode: pong })],
    received: ["close 1000", "ended"],
  },
  {
    name: "twice: it is answered once",
    sent: () => [Buffer.concat([closing(1000), closing(1001)])],
    received: ["close 1000", "ended"],
  },
  {
    name: "between the fragments of a message",
    sent: (message) => [
      encodeRawFrame({ opcode: text, payload: message.slice(0, 5), final: false }),
      closing(1000),
      encodeRawFrame({ opcode: opcodes.continuation, payload: message.slice(5) }),
    ],
    received: ["close 1000", "ended"],
  },
];
