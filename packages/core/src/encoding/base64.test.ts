import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { decodeBase64, decodeByHand, withoutDataPrefix } from "./base64.ts";

describe.each([
  ["the engine's own decoder", decodeBase64],
  ["the decoder for engines without one", decodeByHand],
])("%s", (_, decode) => {
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

  test.each([
    ["letters that base64 does not have", "not*base64!MARKER"],
    ["a length that cannot be", "MARKE"],
    ["padding in the middle", "MA==RKER"],
    ["too much padding", "MARK===="],
  ])("refuses %s without repeating it", (_, text) => {
    expect(() => decode(text)).toThrow(new SyntaxError("expected base64"));
  });
});

test("a data: prefix is taken off, and nothing else", () => {
  expect(withoutDataPrefix("data:image/jpeg;base64,AAAA")).toBe("AAAA");
  expect(withoutDataPrefix("AAAA")).toBe("AAAA");
});
