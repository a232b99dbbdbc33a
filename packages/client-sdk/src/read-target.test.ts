import { describe, expect, test } from "bun:test";
import { letters } from "@signify/core";
import fc from "fast-check";
import { readTarget } from "./read-target.ts";

describe("readTarget", () => {
  test("takes every letter in either case", () => {
    for (const letter of letters) {
      expect(readTarget(letter)).toBe(letter);
      expect(readTarget(letter.toLowerCase())).toBe(letter);
    }
  });

  test("takes null for no target", () => expect(readTarget(null)).toBe(null));

  test("refuses everything else, and never repeats it", () => {
    const other = fc.oneof(
      fc.string().filter((text) => !/^[a-z]$/i.test(text)),
      fc.constantFrom("ß", "ı", "\u212a", "é", " A", "AB", ""),
      fc.anything().filter((value) => value !== null && typeof value !== "string"),
    );
    fc.assert(
      fc.property(other, (target) => {
        expect(() => readTarget(target)).toThrow(
          expect.objectContaining({
            code: "bad-message",
            message: "Expected one letter A–Z, or null for no target.",
          }),
        );
      }),
    );
  });
});
