import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { readJpeg } from "./read-jpeg.ts";

const begin = [0xff, 0xd8];

describe("readJpeg", () => {
  test("reads base64 in either alphabet, with and without padding and prefix", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (content) => {
        const bytes = Uint8Array.from([...begin, ...content]);
        const text = Buffer.from(bytes).toString("base64");
        for (const written of [
          text,
          text.replace(/=+$/, ""),
          `data:image/jpeg;base64,${text}`,
          Buffer.from(bytes).toString("base64url"),
        ]) {
          expect(new Uint8Array(readJpeg(written))).toEqual(bytes);
        }
      }),
    );
  });

  test("takes bytes as they are, a view or a buffer", () => {
    const bytes = Uint8Array.from([...begin, 1]);
    expect(readJpeg(bytes)).toBe(bytes);
    expect(readJpeg(bytes.buffer)).toEqual(bytes);
  });

  test.each([new Blob([Uint8Array.from(begin)]), null, undefined, 1e12, {}, new FormData()])(
    "of what holds no bytes, such as a Blob or null, it says what it takes: %#",
    (source) => {
      expect(() => readJpeg(source as never)).toThrow(
        expect.objectContaining({
          code: "bad-picture",
          message: "Expected a JPEG picture, as bytes or as base64; of a Blob its arrayBuffer().",
        }),
      );
    },
  );

  test.each([["a*b"], ["AAAA"], [""], [new Uint8Array([1, 2])], [new ArrayBuffer(0)]])(
    "refuses %p without repeating it",
    (source) => {
      expect(() => readJpeg(source)).toThrow(expect.objectContaining({ code: "bad-picture" }));
    },
  );
});
