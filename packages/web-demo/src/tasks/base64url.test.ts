import { expect, test } from "bun:test";
import fc from "fast-check";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";

test("any text comes back, from characters that a link may hold", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const encoded = encodeBase64Url(text);
      expect(encoded).toMatch(/^[\w-]*$/);
      expect(decodeBase64Url(encoded)).toBe(text);
    }),
  );
});

test("known texts are written as RFC 4648 says", () => {
  expect(encodeBase64Url("")).toBe("");
  expect(encodeBase64Url("f")).toBe("Zg");
  expect(encodeBase64Url("foobar")).toBe("Zm9vYmFy");
  expect(encodeBase64Url("~~~?ÿ")).toBe("fn5-P8O_");
});

test("what is no base64url of UTF-8 is no text", () => {
  for (const encoded of ["Zg==", "a b", "+/", "A", "_w"]) expect(decodeBase64Url(encoded)).toBeUndefined();
});
