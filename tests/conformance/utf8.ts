import { encodeRawFrame, opcodes } from "../support/raw-frame.ts";
import { type ConformanceCase, failed } from "./conformance-case.ts";

const { text, continuation } = opcodes;

/** JSON that no protocol here understands but both parse, with these bytes in it. */
const note = (bytes: Uint8Array) => Buffer.concat([Buffer.from('{"note":"'), bytes, Buffer.from('"}')]);
const hex = (digits: string) => Buffer.from(digits.replaceAll(" ", ""), "hex");

const valid: Record<string, Buffer> = {
  "one byte a character": Buffer.from("Hello-@"),
  "two bytes a character": Buffer.from("µ@ßöäüàáéíñ"),
  "three bytes a character": Buffer.from("κόσμε→手話"),
  "four bytes a character": Buffer.from("🤟🏽𝕊"),
  "the first and the last of each length": hex("7f c280 dfbf e0a080 efbfbf f0908080 f48fbfbf"),
  "both sides of the surrogates": hex("ed9fbf ee8080"),
  "the replacement character": hex("efbfbd"),
  "what is no character": hex("efbfbe f09fbfbf f48fbfbe"),
  "a byte order mark": hex("efbbbf"),
};

const invalid: Record<string, Buffer> = {
  "a continuation byte alone": hex("80"),
  "seven continuation bytes": hex("80bf80bf80bf80"),
  "the first byte of two, alone": hex("c3 20"),
  "the first byte of three, alone": hex("e2 20"),
  "the first byte of four, alone": hex("f0 20"),
  "two bytes of three": hex("e282 20"),
  "three bytes of four": hex("f09f98 20"),
  "a slash in two bytes": hex("c0af"),
  "a slash in three bytes": hex("e080af"),
  "a slash in four bytes": hex("f08080af"),
  "the largest that is overlong in two": hex("c1bf"),
  "the largest that is overlong in three": hex("e09fbf"),
  "the largest that is overlong in four": hex("f08fbfbf"),
  "zero in two bytes": hex("c080"),
  "the first high surrogate": hex("eda080"),
  "the last low surrogate": hex("edbfbf"),
  "a pair of surrogates": hex("eda081edb080"),
  "the first beyond U+10FFFF": hex("f4908080"),
  "five bytes a character": hex("f888808080"),
  "six bytes a character": hex("fc8480808080"),
  FE: hex("fe"),
  FF: hex("ff"),
};

const inTwo = (message: Buffer, at: number) => [
  encodeRawFrame({ opcode: text, payload: message.subarray(0, at), final: false }),
  encodeRawFrame({ opcode: continuation, payload: message.subarray(at) }),
];
const opening = Buffer.from('{"note":"').length;

/** Text must be UTF-8, looked at over the whole message and not by its fragments. */
export const utf8: ConformanceCase[] = [
  ...Object.entries(valid).map(([name, bytes]) => ({
    name: `valid: ${name}`,
    sent: () => [encodeRawFrame({ opcode: text, payload: note(bytes) })],
    received: ["refusal", "open"],
  })),
  ...Object.entries(valid).map(([name, bytes]) => ({
    name: `valid: ${name}, cut behind its first byte`,
    sent: () => inTwo(note(bytes), opening + 1),
    received: ["refusal", "open"],
  })),
  ...Object.entries(invalid).map(([name, bytes]) => ({
    name: `invalid: ${name}`,
    sent: () => [encodeRawFrame({ opcode: text, payload: note(bytes) })],
    received: failed(1007),
  })),
  ...Object.entries(invalid).map(([name, bytes]) => ({
    name: `invalid: ${name}, in fragments`,
    sent: () => inTwo(note(bytes), opening + 1),
    received: failed(1007),
  })),
  {
    name: "invalid: a text that ends within a character",
    sent: () => [encodeRawFrame({ opcode: text, payload: hex("e282") })],
    received: failed(1007),
  },
  {
    // It may be told at once (RFC 6455, 8.1, leaves it open); here it is at the end, and bounded by the size of a message.
    name: "invalid in a first fragment: not told before the message ends",
    sent: () => [encodeRawFrame({ opcode: text, payload: hex("ff"), final: false })],
    received: ["open"],
  },
];
