import { describe, expect, test } from "bun:test";
import { noTracking } from "@signify/core";
import fc from "fast-check";
import { sampleIdentity } from "../testing/sample-identity.ts";
import { decodeMessage, encodeMessage, maxHeadLength } from "./message-codec.ts";
import type { ClusterMessage } from "./messages.ts";

const tracking = {
  tracks: [{ region: { centerX: 0.5, centerY: 0.25, size: 1, rotation: -0.5 }, rightProbability: 0.75 }],
  framesSinceSearch: 3,
  nextLook: 1,
};
const all: ClusterMessage[] = [
  { type: "ask" },
  { type: "offer" },
  { type: "taken" },
  { type: "pass" },
  { type: "picture", mirrored: true, mode: "live", tracking },
  { type: "working" },
  {
    type: "located",
    hands: 1,
    aspect: 1.5,
    tracking,
    timings: { decode: 1, palm: 0, warp: 2, hand: 3 },
    took: 6.5,
  },
  { type: "failed", code: "bad-picture", message: "Expected a JPEG.", broke: false },
  {
    type: "here",
    id: "w1",
    identity: sampleIdentity,
    processes: 2,
    free: 1,
  },
  { type: "gone", id: "w1" },
  { type: "refused", because: "another version" },
];

test.each(all.map((message) => [message.type, message] as const))(
  "%s is read as it was written, with what comes behind it",
  (_, message) => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(decodeMessage(encodeMessage(message, bytes))).toEqual({ message, bytes });
  },
);

test("the longest message that there may be is read", () => {
  const message: ClusterMessage = {
    type: "failed",
    code: "vision-failed",
    message: "é".repeat(200),
    broke: true,
  };
  expect(decodeMessage(encodeMessage(message))?.message).toEqual(message);
});

describe("is no message", () => {
  const encode = (value: unknown) => encodeMessage(value as ClusterMessage);
  test.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array(0)],
    ["one byte", new Uint8Array(1)],
    ["a length beyond the end", new Uint8Array([9, 0, 123])],
    ["no JSON", new Uint8Array([1, 0, 123])],
    ["no UTF-8", new Uint8Array([2, 0, 0xc3, 0x28])],
    ["null", encode(null)],
    ["a list", encode([])],
    ["no type", encode({})],
    ["an unknown type", encode({ type: "toString" })],
    ["a type of another kind", encode({ type: 5 })],
    ["a field too many", encode({ type: "ask", more: 1 })],
    ["a field too few", encode({ type: "picture", mirrored: true, mode: "live" })],
    [
      "three tracks",
      encode({
        type: "picture",
        mirrored: true,
        mode: "live",
        tracking: { ...tracking, tracks: Array(3).fill(tracking.tracks[0]) },
      }),
    ],
    [
      "a number that JSON cannot hold",
      encode({
        type: "picture",
        mirrored: true,
        mode: "live",
        tracking: { ...noTracking, nextLook: Number.NaN },
      }),
    ],
    [
      "a fault that is not the picture's",
      encode({ type: "failed", code: "unauthorized", message: "", broke: false }),
    ],
    ["a sentence that is too long", encode({ type: "refused", because: "x".repeat(201) })],
    ["a head that is too long", encode({ type: "refused", because: "x".repeat(maxHeadLength) })],
  ])("%s", (_, data) => {
    expect(decodeMessage(data)).toBeUndefined();
  });
});

test("whatever bytes come, reading them does not throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 0, max: 400 }), (bytes, length) => {
      const data = new Uint8Array([length & 0xff, length >> 8, ...bytes]);
      const received = decodeMessage(data);
      if (received) expect(received.message.type).toBeString();
    }),
  );
});
