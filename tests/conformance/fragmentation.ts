import { encodeRawFrame, opcodes } from "../support/raw-frame.ts";
import { type ConformanceCase, failed } from "./conformance-case.ts";

const { text, binary, ping, pong, close, continuation } = opcodes;

const first = (payload: string, opcode: number = text) => encodeRawFrame({ opcode, payload, final: false });
const middle = (payload: string) => encodeRawFrame({ opcode: continuation, payload, final: false });
const last = (payload: string) => encodeRawFrame({ opcode: continuation, payload });
const whole = (payload: string) => encodeRawFrame({ opcode: text, payload });

/** A message in fragments of so many bytes. */
function inFragments(message: string, size: number): Buffer[] {
  const parts = message.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
  return parts.map((payload, index) =>
    encodeRawFrame({
      opcode: index === 0 ? text : continuation,
      payload,
      final: index === parts.length - 1,
    }),
  );
}

/** Messages in several frames, with control frames between them, and fragments that belong to no message. */
export const fragmentation: ConformanceCase[] = [
  {
    name: "a text in two fragments",
    sent: (message) => [first(message.slice(0, 5)), last(message.slice(5))],
    received: ["answer", "open"],
  },
  {
    name: "a text in fragments of one octet",
    sent: (message) => inFragments(message, 1),
    received: ["answer", "open"],
  },
  {
    name: "a text in fragments, all in one piece",
    sent: (message) => [Buffer.concat(inFragments(message, 3))],
    received: ["answer", "open"],
  },
  {
    name: "a text of 65536 bytes in fragments of 4096",
    sent: (message) => inFragments(message.padEnd(65_536), 4096),
    // It arrives whole, and is longer than any text that means something.
    received: ["refusal", "open"],
  },
  {
    name: "a text with fragments of nothing before, between and behind",
    sent: (message) => [
      first(""),
      middle(message.slice(0, 5)),
      middle(""),
      middle(message.slice(5)),
      last(""),
    ],
    received: ["answer", "open"],
  },
  {
    name: "nothing, in three fragments",
    sent: () => [first(""), middle(""), last("")],
    received: ["refusal", "open"],
  },
  {
    name: "binary data in three fragments",
    sent: () => [first("a", binary), middle("b"), last("c")],
    received: ["refusal", "open"],
  },
  {
    name: "two texts in fragments",
    sent: (message) => [...inFragments(message, 7), ...inFragments(message, 9)],
    received: ["answer", "answer", "open"],
  },
  {
    name: "a ping between fragments: its pong does not wait",
    sent: (message) => [
      first(message.slice(0, 5)),
      encodeRawFrame({ opcode: ping, payload: "now" }),
      last(message.slice(5)),
    ],
    received: ["pong now", "answer", "open"],
  },
  {
    name: "a pong between fragments",
    sent: (message) => [first(message.slice(0, 5)), encodeRawFrame({ opcode: pong }), last(message.slice(5))],
    received: ["answer", "open"],
  },
  {
    name: "pings between the fragments of two messages",
    sent: (message) =>
      [1, 2].flatMap(() => [
        first(message.slice(0, 5)),
        encodeRawFrame({ opcode: ping, payload: "one" }),
        middle(message.slice(5, 9)),
        encodeRawFrame({ opcode: ping, payload: "two" }),
        last(message.slice(9)),
      ]),
    received: ["pong one", "pong two", "answer", "pong one", "pong two", "answer", "open"],
  },
  {
    name: "a ping in two fragments",
    sent: () => [encodeRawFrame({ opcode: ping, payload: "a", final: false }), last("b")],
    received: failed(1002),
  },
  {
    name: "a pong in two fragments",
    sent: () => [encodeRawFrame({ opcode: pong, payload: "a", final: false }), last("b")],
    received: failed(1002),
  },
  {
    name: "a close in two fragments",
    sent: () => [encodeRawFrame({ opcode: close, final: false }), last("")],
    received: failed(1002),
  },
  {
    name: "a continuation of nothing, its last",
    sent: (message) => [last(message), whole(message)],
    received: failed(1002),
  },
  {
    name: "a continuation of nothing, not its last",
    sent: (message) => [middle(message), last(message)],
    received: failed(1002),
  },
  {
    name: "a continuation behind a whole message",
    sent: (message) => [whole(message), last(message)],
    received: ["answer", ...failed(1002)],
  },
  {
    name: "a second message before the first one ends",
    sent: (message) => [first(message), whole(message)],
    received: failed(1002),
  },
  {
    name: "binary data before a text ends",
    sent: (message) => [first(message), encodeRawFrame({ opcode: binary, payload: message })],
    received: failed(1002),
  },
  {
    name: "fragments that together are larger than a message may be",
    sent: (message) => inFragments(message.padEnd(1_300_000), 250_000),
    received: failed(1009),
  },
  {
    name: "a message that is never finished",
    sent: (message) => [first(message.slice(0, 5)), middle(message.slice(5))],
    received: ["open"],
  },
];
