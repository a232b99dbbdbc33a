import { expect, test } from "bun:test";
import { countLetters, rightLetters, sumCounts } from "./count-letters.ts";

test("counts what is right, lost and inserted", () => {
  expect(countLetters("HELLO", "HELLO")).toEqual({ spelled: 5, right: 5, lost: 0, inserted: 0 });
  expect(countLetters("HELLO", "HELO")).toEqual({ spelled: 5, right: 4, lost: 1, inserted: 0 });
  expect(countLetters("HELLO", "")).toEqual({ spelled: 5, right: 0, lost: 5, inserted: 0 });
  expect(countLetters("JAM", "IJAN")).toEqual({ spelled: 3, right: 2, lost: 1, inserted: 2 });
});

test("takes the most letters that are in order", () => {
  expect(rightLetters("ABCD", "DABC")).toEqual([true, true, true, false]);
  expect(rightLetters("LETTER", "LTER")).toEqual([true, false, true, false, true, true]);
});

test("sums up", () => {
  const counts = [countLetters("AB", "A"), countLetters("C", "CC")];
  expect(sumCounts(counts)).toEqual({ spelled: 3, right: 2, lost: 1, inserted: 1 });
});
