import { describe, expect, test } from "bun:test";
import { letterAt, letterCount, letterIndex, letters, parseLetter } from "./letters.ts";

describe("letters", () => {
  test("are the 26 of the alphabet, in the order of the model's outputs", () => {
    expect(letters.join("")).toBe("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    expect(letterCount).toBe(26);
  });

  test("index and letter are inverse", () => {
    for (const letter of letters) expect(letterAt(letterIndex(letter))).toBe(letter);
    expect(() => letterAt(26)).toThrow("0 to 25");
  });

  test("are read in either case, and nothing else is a letter", () => {
    expect(parseLetter("q")).toBe("Q");
    for (const wrong of ["", "AB", "1", "é", "ß", null, undefined, 5, ["A"]])
      expect(parseLetter(wrong)).toBeUndefined();
  });
});
