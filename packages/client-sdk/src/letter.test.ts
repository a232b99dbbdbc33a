import { describe, expect, test } from "bun:test";
import { letters } from "@signify/core";
import type { SignifyClient } from "./client.ts";
import type { ConnectOptions } from "./connect-options.ts";
import { isLetter, type Letter, parseLetter } from "./index.ts";

describe("isLetter", () => {
  test("is true of A to Z alone, so that what events say can be told from what a person typed", () => {
    expect(letters.every(isLetter)).toBe(true);
    for (const other of ["a", "AB", "", "É", undefined, null, 1, ["A"], Object("A")])
      expect(isLetter(other)).toBe(false);
  });
});

describe("parseLetter", () => {
  test("reads either case", () => {
    expect(parseLetter("b")).toBe("B");
    expect(parseLetter("B")).toBe("B");
  });

  test.each(["", "AB", "1", null, undefined])("refuses %p without a word of targets", (other) => {
    expect(() => parseLetter(other)).toThrow(
      expect.objectContaining({ code: "bad-message", message: "Expected one letter A–Z." }),
    );
  });
});

test('a string from elsewhere is taken as a target, without as "A"', () => {
  const typed: string = "a".concat("");
  const options: Pick<ConnectOptions, "target"> = { target: typed };
  const set: Parameters<SignifyClient["setTarget"]>[0] = typed;
  const found: Letter[] = [...typed.toUpperCase()].filter(isLetter);
  expect([options.target, set, found]).toEqual(["a", "a", ["A"]]);
});
