import { encodeRawFrame, opcodes } from "../support/raw-frame.ts";
import { type ConformanceCase, failed } from "./conformance-case.ts";

const { text, ping, pong } = opcodes;
const octets = (frame: Buffer) => Array.from(frame, (octet) => Buffer.from([octet]));
const longest = "p".repeat(125);

/** Every ping has its pong, with the same payload and in the same order; a pong that nobody asked for has none. */
export const pings: ConformanceCase[] = [
  { name: "a ping of nothing", sent: () => [encodeRawFrame({ opcode: ping })], received: ["pong ", "open"] },
  {
    name: "a ping with text",
    sent: () => [encodeRawFrame({ opcode: ping, payload: "hello" })],
    received: ["pong hello", "open"],
  },
  {
    name: "a ping with bytes that are no text",
    sent: () => [encodeRawFrame({ opcode: ping, payload: Buffer.from("00fffefdfcfb00ff", "hex") })],
    received: [`pong ${Buffer.from("00fffefdfcfb00ff", "hex").toString()}`, "open"],
  },
  {
    name: "a ping of 125 bytes",
    sent: () => [encodeRawFrame({ opcode: ping, payload: longest })],
    received: [`pong ${longest}`, "open"],
  },
  {
    name: "a ping of 125 bytes octet by octet",
    sent: () => octets(encodeRawFrame({ opcode: ping, payload: longest })),
    received: [`pong ${longest}`, "open"],
  },
  {
    name: "a ping of 126 bytes",
    sent: () => [encodeRawFrame({ opcode: ping, payload: `${longest}p` })],
    received: failed(1002),
  },
  {
    name: "a ping whose short length is written in two bytes",
    sent: () => [encodeRawFrame({ opcode: ping, payload: "hello", lengthBytes: 2 })],
    received: failed(1002),
  },
  {
    name: "a pong that nobody asked for",
    sent: () => [encodeRawFrame({ opcode: pong }), encodeRawFrame({ opcode: pong, payload: "hello" })],
    received: ["open"],
  },
  {
    name: "a pong that nobody asked for, then a ping",
    sent: () => [
      encodeRawFrame({ opcode: pong, payload: "mine" }),
      encodeRawFrame({ opcode: ping, payload: "yours" }),
    ],
    received: ["pong yours", "open"],
  },
  {
    name: "ten pings in one piece",
    sent: () => [
      Buffer.concat(
        Array.from({ length: 10 }, (_, index) => encodeRawFrame({ opcode: ping, payload: `${index}` })),
      ),
    ],
    received: [...Array.from({ length: 10 }, (_, index) => `pong ${index}`), "open"],
  },
  {
    name: "ten pings octet by octet",
    sent: () =>
      Array.from({ length: 10 }, (_, index) =>
        octets(encodeRawFrame({ opcode: ping, payload: `${index}` })),
      ).flat(),
    received: [...Array.from({ length: 10 }, (_, index) => `pong ${index}`), "open"],
  },
  {
    name: "a ping between two messages",
    sent: (message) => [
      encodeRawFrame({ opcode: text, payload: message }),
      encodeRawFrame({ opcode: ping, payload: "between" }),
      encodeRawFrame({ opcode: text, payload: message }),
    ],
    received: ["answer", "pong between", "answer", "open"],
  },
];
