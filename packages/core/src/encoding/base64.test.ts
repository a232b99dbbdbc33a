import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { decodeBase64, decodeByHand, encodeBase64, withoutDataPrefix } from "./base64.ts";

const decoders = {
  "the engine's own decoder": decodeBase64,
  "the decoder for engines without one": decodeByHand,
};

for (const [name, decode] of Object.entries(decoders))
  describe(name, () => {
    test("is the inverse of encoding, with or without padding and line breaks", () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
          const text = Buffer.from(bytes).toString("base64");
          expect(decode(text)).toEqual(new Uint8Array(bytes));
          expect(decode(text.replace(/=+$/, ""))).toEqual(new Uint8Array(bytes));
          expect(decode(text.replace(/(.{76})/g, "$1\r\n"))).toEqual(new Uint8Array(bytes));
        }),
      );
    });

    for (const [what, text] of Object.entries({
      "letters that base64 does not have": "not*base64!MARKER",
      "a length that cannot be": "MARKE",
      "padding in the middle": "MA==RKER",
      "too much padding": "MARK====",
    })) {
      test(`refuses ${what} without repeating it`, () => {
        expect(() => decode(text)).toThrow(new SyntaxError("expected base64"));
      });
    }
  });

test("a data: prefix is taken off, and nothing else", () => {
  expect(withoutDataPrefix("data:image/jpeg;base64,AAAA")).toBe("AAAA");
  expect(withoutDataPrefix("AAAA")).toBe("AAAA");
});

test("bytes are encoded as everybody does", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});
