import { expect, test } from "bun:test";
import { landmarkFrameLength, wireErrorCodes } from "@signify/core";
import fc from "fast-check";
import type { FromVision, ToVision } from "./messages.ts";
import {
  createScratch,
  decodeFromVision,
  decodeToVision,
  encodeFromVision,
  encodeToVision,
  lengthBytes,
  maxFromVision,
} from "./vision-codec.ts";

const number = fc.double({ noNaN: true });
const id = fc.nat(2 ** 32 - 1);
const tracking = fc.record({
  tracks: fc.array(
    fc.record({
      region: fc.record({ centerX: number, centerY: number, size: number, rotation: number }),
      rightProbability: number,
    }),
    { maxLength: 2 },
  ),
  framesSinceSearch: id,
  nextLook: id,
});
const toVision: fc.Arbitrary<ToVision> = fc.oneof(
  fc.record({
    type: fc.constant("locate" as const),
    id,
    jpeg: fc.uint8Array({ maxLength: 3000 }),
    mirrored: fc.boolean(),
    mode: fc.constantFrom("live" as const, "still" as const),
    tracking,
  }),
  fc.constant({ type: "stop" as const }),
);
const landmarks = fc.float32Array({
  minLength: landmarkFrameLength,
  maxLength: landmarkFrameLength,
  noNaN: true,
});
const fromVision: fc.Arbitrary<FromVision> = fc.oneof(
  fc.constantFrom({ type: "ready" as const }, { type: "not-loaded" as const }),
  fc.record({
    type: fc.constant("located" as const),
    id,
    located: fc.record({
      landmarks,
      hands: fc.nat(2),
      aspect: number,
      tracking,
      timings: fc.record({ decode: number, palm: number, warp: number, hand: number }),
    }),
  }),
  fc.record({
    type: fc.constant("failed" as const),
    id,
    code: fc.constantFrom(...wireErrorCodes),
    message: fc.string({ unit: "grapheme" }),
  }),
);

test("what is told to a vision process comes out as it went in, whatever was told before", () => {
  const scratch = createScratch();
  fc.assert(
    fc.property(toVision, (message) => {
      const bytes = encodeToVision(scratch, message).slice(lengthBytes);
      expect(decodeToVision(bytes)).toEqual(message);
    }),
  );
});

test("so does what it answers, which is never longer than a message may be", () => {
  const scratch = createScratch();
  fc.assert(
    fc.property(fromVision, (message) => {
      const bytes = encodeFromVision(scratch, message).slice(lengthBytes);
      expect(decodeFromVision(bytes)).toEqual(message);
      expect(bytes.length).toBeLessThan(maxFromVision);
    }),
  );
});

test("the length in front is that of what follows", () => {
  const scratch = createScratch();
  fc.assert(
    fc.property(toVision, (message) => {
      const bytes = encodeToVision(scratch, message).slice();
      expect(new DataView(bytes.buffer).getUint32(0, true)).toBe(bytes.length - lengthBytes);
    }),
  );
});

test("what is no message is none, and breaks nothing", () => {
  const scratch = createScratch();
  const cut = fc
    .tuple(fromVision, fc.nat())
    .map(([message, length]) => encodeFromVision(scratch, message).slice(lengthBytes, lengthBytes + length));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 700 }), cut), (bytes) => {
      decodeFromVision(bytes);
      decodeToVision(bytes);
    }),
  );
  const located = encodeFromVision(scratch, {
    type: "located",
    id: 1,
    located: {
      landmarks: new Float32Array(landmarkFrameLength),
      hands: 0,
      aspect: 1,
      tracking: { tracks: [], framesSinceSearch: 0, nextLook: 0 },
      timings: { decode: 0, palm: 0, warp: 0, hand: 0 },
    },
  }).slice(lengthBytes);
  expect(decodeFromVision(located.subarray(0, -1))).toBeUndefined();
  expect(decodeFromVision(Uint8Array.from([9, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined();
});
