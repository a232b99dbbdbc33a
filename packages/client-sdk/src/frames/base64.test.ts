import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { decodeBase64 } from "./base64.ts";

describe("decodeBase64", () => {
  test("is the inverse of encoding, with and without padding and prefix", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(decodeBase64(text)).toEqual(new Uint8Array(bytes));
        expect(decodeBase64(text.replace(/=/g, ""))).toEqual(new Uint8Array(bytes));
        expect(decodeBase64(`data:image/jpeg;base64,${text}`)).toEqual(new Uint8Array(bytes));
        expect(decodeBase64(Buffer.from(bytes).toString("base64url"))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test("refuses what is not base64", () => {
    expect(() => decodeBase64("a*b")).toThrow(/base64/);
  });
});
