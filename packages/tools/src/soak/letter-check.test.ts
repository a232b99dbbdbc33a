import { expect, test } from "bun:test";
import { checkLetters } from "./letter-check.ts";
import { emptyTally } from "./tally.ts";

test("between two acknowledgements only the first one's letter is right", () => {
  const tally = emptyTally();
  const check = checkLetters(tally);
  check.asked("B");
  check.acknowledged();
  check.read("B");
  check.asked("C");
  check.asked("L");
  check.read("B");
  check.acknowledged();
  check.read("C");
  check.acknowledged();
  check.read("L");
  expect(tally).toMatchObject({ resets: 3, letters: 4, wrong: 0 });
  check.read("C");
  expect(tally).toMatchObject({ letters: 5, wrong: 1 });
});

test("a letter before the first acknowledgement is wrong", () => {
  const tally = emptyTally();
  const check = checkLetters(tally);
  check.asked("B");
  check.read("B");
  expect(tally.wrong).toBe(1);
});
