import { expect, test } from "bun:test";
import fc from "fast-check";
import { decodeBase64 } from "./decode-base64.ts";

test("what was encoded comes back, with or without padding and line breaks", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect(decodeBase64(text)).toEqual(new Uint8Array(bytes));
      expect(decodeBase64(text.replace(/=+$/, ""))).toEqual(new Uint8Array(bytes));
      expect(decodeBase64(text.replace(/(.{76})/g, "$1\r\n"))).toEqual(new Uint8Array(bytes));
    }),
  );
});

test.each([
  ["nothing", ""],
  ["only spaces", "  \n "],
  ["letters that base64 does not have", "not*base64!MARKER"],
  ["a length that cannot be", "MARKE"],
  ["padding in the middle", "MA==RKER"],
])("%s is refused without being repeated", (_, text) => {
  expect(() => decodeBase64(text)).toThrow(expect.objectContaining({ code: "bad-message" }));
  expect(() => decodeBase64(text)).toThrow('Expected "jpeg_blob" to be base64 of a JPEG.');
});
