import { expect, test } from "bun:test";
import { lettersOf, longestWord, pickWord, readWord } from "./words.ts";

test("a word is read in any writing", () => {
  expect(readWord(" cat ")).toBe("CAT");
  expect(readWord("a".repeat(longestWord))).toBe("A".repeat(longestWord));
});

test("what is not a word of the letters A to Z is none", () => {
  for (const text of ["", "  ", "b4", "two words", "ñ", "a".repeat(longestWord + 1)]) {
    expect(readWord(text)).toBeUndefined();
  }
});

test("a word is its letters", () => {
  expect(lettersOf("BOOK")).toEqual(["B", "O", "O", "K"]);
  expect(lettersOf("")).toEqual([]);
});

test("another word is picked than the one before", () => {
  expect(pickWord(["SUN", "DOG"], () => 0)).toBe("SUN");
  expect(pickWord(["SUN", "DOG"], () => 0.999)).toBe("DOG");
  expect(pickWord(["SUN", "DOG"], () => 0, "SUN")).toBe("DOG");
  expect(pickWord([], () => 0)).toBe("CAT");
});
