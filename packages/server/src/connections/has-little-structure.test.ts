import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { hasLittleStructure } from "./has-little-structure.ts";

const picture = "A".repeat(1_000_000);

describe("has little", () => {
  test.each([
    ["a picture", JSON.stringify({ jpeg_blob: picture, new_letter: "B" })],
    ["a picture written with white space", JSON.stringify({ jpeg_blob: picture }, null, 2)],
    ["a picture whose slashes are escaped", `{"jpeg_blob":"${"\\/".repeat(100_000)}"}`],
    ["a picture with other fields", JSON.stringify({ jpeg_blob: picture, time: 5, device: { name: "x" } })],
    ["whatever is short", "[".repeat(1024)],
    ["a string that does not end", `{"jpeg_blob":"${picture}`],
  ])("%s", (_, text) => {
    expect(hasLittleStructure(text, 1024)).toBe(true);
  });
});

describe("has much", () => {
  test.each([
    ["brackets", "[".repeat(2000)],
    ["brackets behind a picture", `{"jpeg_blob":"${picture}","more":${"[".repeat(2000)}`],
    ["brackets behind a string with a quote in it", `{"\\"":${"[".repeat(2000)}`],
    ["many keys", JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, key) => [key, 1])))],
    ["many strings", JSON.stringify(Array.from({ length: 600 }, () => "long enough"))],
    ["white space", " ".repeat(2000)],
  ])("%s", (_, text) => {
    expect(hasLittleStructure(text, 1024)).toBe(false);
  });
});

test("what it lets through has no more than the limit outside of its strings", () => {
  const value = fc.json({ maxDepth: 4, stringUnit: fc.constantFrom("a", '"', "\\", "[", "{", ",") });
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const outside = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
      if (text.length > limit && hasLittleStructure(text, limit))
        expect(outside.length).toBeLessThanOrEqual(limit);
    }),
  );
});
