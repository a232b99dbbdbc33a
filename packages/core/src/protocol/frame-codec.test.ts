import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { SignifyError } from "../errors/signify-error.ts";
import type { Frame } from "../frames/frame.ts";
import { landmarkFrameLength } from "../landmarks/landmark-frame.ts";
import { handLandmarks, landmarkFrame, pictureFrame } from "../testing/index.ts";
import { decodeFrame, encodeFrame, frameHeaderBytes } from "./frame-codec.ts";

const header = {
  sequence: fc.integer({ min: 0, max: 0xffffffff }),
  capturedAt: fc.double({ noNaN: true, noDefaultInfinity: true }),
  mirrored: fc.boolean(),
};
const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ kind: fc.constant("picture" as const), ...header, jpeg: fc.uint8Array({ maxLength: 64 }) }),
  fc.record({
    kind: fc.constant("landmarks" as const),
    ...header,
    landmarks: fc.float32Array({
      minLength: landmarkFrameLength,
      maxLength: landmarkFrameLength,
      noNaN: true,
      noDefaultInfinity: true,
    }),
  }),
);

/** The sentence with which a message is refused. */
function refusal(message: Uint8Array): string {
  try {
    decodeFrame(message);
  } catch (error) {
    if (SignifyError.isInstance(error) && error.code === "bad-frame") return error.message;
    throw error;
  }
  throw new Error("expected a refusal");
}

/** A landmark message with one byte or one float changed. */
function changed(change: (view: DataView) => void): Uint8Array {
  const message = encodeFrame(landmarkFrame(1));
  change(new DataView(message.buffer));
  return message;
}

describe("the frame codec", () => {
  test("reads what it wrote", () => {
    fc.assert(
      fc.property(frame, (sent) => {
        expect(decodeFrame(encodeFrame(sent))).toEqual(sent);
      }),
    );
  });

  test("reads a message wherever it lies in a larger buffer", () => {
    fc.assert(
      fc.property(frame, fc.nat(9), (sent, offset) => {
        const message = encodeFrame(sent);
        const buffer = new Uint8Array(offset + message.length + 5).fill(255);
        buffer.set(message, offset);
        expect(decodeFrame(buffer.subarray(offset, offset + message.length))).toEqual(sent);
      }),
    );
  });

  test("lays the header out as documented, little-endian", () => {
    const jpeg = Uint8Array.of(0xff, 0xd8);
    const message = encodeFrame({
      kind: "picture",
      sequence: 0x01020304,
      capturedAt: 1.5,
      mirrored: true,
      jpeg,
    });
    expect(Array.from(message)).toEqual([
      ...[1, 1, 1, 0],
      ...[4, 3, 2, 1],
      ...[0, 0, 0, 0, 0, 0, 0xf8, 0x3f],
      ...[0xff, 0xd8],
    ]);
    expect(encodeFrame(landmarkFrame(1)).length).toBe(frameHeaderBytes + 504);
  });

  test("shares the picture's bytes and copies the landmarks", () => {
    const picture = encodeFrame(pictureFrame(1, { jpeg: Uint8Array.of(1, 2, 3) }));
    const landmarks = encodeFrame(landmarkFrame(1));
    const read = [decodeFrame(picture), decodeFrame(landmarks)];
    picture.fill(9, frameHeaderBytes);
    landmarks.fill(9, frameHeaderBytes);
    expect(read).toMatchObject([{ jpeg: Uint8Array.of(9, 9, 9) }, { landmarks: handLandmarks() }]);
  });

  test("ignores flags that it does not know", () => {
    expect(decodeFrame(changed((view) => view.setUint16(2, 0xfffe, true)))).toMatchObject({
      mirrored: false,
    });
  });

  test("refuses what is not a frame and says what was expected", () => {
    expect(refusal(new Uint8Array(15))).toContain("16 header bytes");
    expect(refusal(changed((view) => view.setUint8(0, 2)))).toContain("version 1");
    expect(refusal(changed((view) => view.setUint8(1, 3)))).toContain("kind 1 (JPEG) or 2 (landmarks)");
    expect(refusal(changed((view) => view.setFloat64(8, Number.NaN, true)))).toContain("finite capture time");
    expect(refusal(changed((view) => view.setFloat32(20, Number.NaN, true)))).toContain("finite landmarks");
    expect(refusal(changed((view) => view.setFloat32(20, Number.NEGATIVE_INFINITY, true)))).toContain(
      "finite",
    );
    expect(refusal(encodeFrame(landmarkFrame(1)).subarray(0, -1))).toContain("504 bytes");
  });

  test("does not write landmarks of another length", () => {
    expect(() => encodeFrame(landmarkFrame(1, { landmarks: new Float32Array(63) }))).toThrow("42 × 3");
  });

  test("makes a frame or a refusal of any bytes, and never repeats them", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc
        .tuple(fc.constantFrom(1, 2), fc.uint8Array({ minLength: 14, maxLength: 40 }))
        .map(([kind, rest]) => Uint8Array.of(1, kind, ...rest)),
    );
    const marker = "zqxjkvbpygfw";
    fc.assert(
      fc.property(bytes, fc.boolean(), (message, marked) => {
        const sent = marked ? Uint8Array.of(...message, ...new TextEncoder().encode(marker)) : message;
        try {
          expect(["picture", "landmarks"]).toContain(decodeFrame(sent).kind);
        } catch (error) {
          if (!SignifyError.isInstance(error)) throw error;
          expect(error.code).toBe("bad-frame");
          expect(error.message).not.toContain(marker);
        }
      }),
      { numRuns: 500 },
    );
  });
});
