import { expect, test } from "bun:test";
import type { Letter } from "@signify/core";
import { heldLetters } from "./held-letters.ts";
import type { SpellingEvent } from "./watch-word.ts";

const read = (letter: Letter, probability: number, at: number): SpellingEvent => ({
  ...{ type: "reading", letter, probability, at },
});
const gone = (at: number): SpellingEvent => ({ type: "no-hand", at });

test("a letter that stays for 0.9 seconds is written once", () => {
  expect(heldLetters([read("C", 0.9, 0), read("C", 0.8, 500), read("O", 0.9, 899)])).toBe("");
  expect(heldLetters([read("C", 0.9, 0), read("C", 0.8, 900), read("C", 0.8, 2500)])).toBe("C");
  expect(heldLetters([read("C", 0.9, 0), read("O", 0.9, 901), gone(1900)])).toBe("CO");
});

test("it comes again after it was left, or the hand was gone", () => {
  expect(heldLetters([read("L", 0.9, 0), read("L", 0.2, 950), read("L", 0.9, 1000), gone(1950)])).toBe("LL");
  expect(heldLetters([read("L", 0.9, 0), gone(950), read("L", 0.9, 1000), gone(1950)])).toBe("LL");
});
