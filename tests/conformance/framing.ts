import { encodeRawFrame, opcodes } from "../support/raw-frame.ts";
import { type ConformanceCase, failed } from "./conformance-case.ts";

const { text, binary } = opcodes;

/** Either side of each change in how a length is written. */
const lengths = [125, 126, 127, 128, 65_535, 65_536];

/** A text that is longer than any that means something arrives as it should, and is refused for its length. */
const longest = 1000;

/** Bytes in pieces of so many. */
function inPieces(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

/** One frame per message: every form of its length, in one piece or in many; and what is no frame at all. */
export const framing: ConformanceCase[] = [
  {
    name: "an empty text",
    sent: () => [encodeRawFrame({ opcode: text })],
    received: ["refusal", "open"],
  },
  {
    name: "empty binary data",
    sent: () => [encodeRawFrame({ opcode: binary })],
    received: ["refusal", "open"],
  },
  ...lengths.map((length) => ({
    name: `a text of ${length} bytes`,
    sent: (message: string) => [encodeRawFrame({ opcode: text, payload: message.padEnd(length) })],
    received: [length > longest ? "refusal" : "answer", "open"],
  })),
  ...lengths.map((length) => ({
    name: `binary data of ${length} bytes`,
    sent: () => [encodeRawFrame({ opcode: binary, payload: new Uint8Array(length).fill(0xfe) })],
    received: ["refusal", "open"],
  })),
  {
    name: "a text of 65536 bytes in pieces of 997",
    sent: (message) => inPieces(encodeRawFrame({ opcode: text, payload: message.padEnd(65_536) }), 997),
    received: ["refusal", "open"],
  },
  {
    name: "a text octet by octet",
    sent: (message) => inPieces(encodeRawFrame({ opcode: text, payload: message.padEnd(130) }), 1),
    received: ["answer", "open"],
  },
  {
    name: "three texts in one piece",
    sent: (message) => [
      Buffer.concat([1, 2, 3].map(() => encodeRawFrame({ opcode: text, payload: message }))),
    ],
    received: ["answer", "answer", "answer", "open"],
  },
  {
    // RFC 6455 asks for the shortest form; what is longer is read all the same, and bounded all the same.
    name: "a short length in two bytes",
    sent: (message) => [encodeRawFrame({ opcode: text, payload: message, lengthBytes: 2 })],
    received: ["answer", "open"],
  },
  {
    name: "a short length in eight bytes",
    sent: (message) => [encodeRawFrame({ opcode: text, payload: message, lengthBytes: 8 })],
    received: ["answer", "open"],
  },
  {
    name: "a length with its highest bit set",
    sent: () => [Buffer.from("81ff8000000000000001", "hex"), Buffer.from("0102030400", "hex")],
    received: failed(1009),
  },
  {
    name: "a frame that is not masked",
    sent: (message) => [encodeRawFrame({ opcode: text, payload: message, masked: false })],
    received: failed(1002),
  },
];
