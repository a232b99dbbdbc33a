import { expect, test } from "bun:test";
import { advanceRoundLetter, passedIn, secondsLeft, startRound } from "./speed-round.ts";

const result = (outcome: "passed" | "skipped") =>
  ({ letter: "A", outcome, time: 900, seenInstead: {} }) as const;

test("a round counts down, and what was skipped does not count", () => {
  let round = startRound(1000, () => 0, 30_000);
  expect(round.letter).toBe("A");
  expect(secondsLeft(round, 1000)).toBe(30);
  expect(secondsLeft(round, 1001)).toBe(30);
  expect(secondsLeft(round, 30_999)).toBe(1);
  expect(secondsLeft(round, 31_000)).toBe(0);
  expect(secondsLeft(round, 99_000)).toBe(0);
  round = advanceRoundLetter(round, result("passed"), () => 0);
  round = advanceRoundLetter(round, result("skipped"), () => 0.999);
  expect(passedIn(round)).toHaveLength(1);
});

test("no letter comes twice in a row, and none is a movement", () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  let round = startRound(0, random);
  for (let count = 0; count < 500; count += 1) {
    const before = round.letter;
    round = advanceRoundLetter(round, result("passed"), random);
    expect(round.letter).not.toBe(before);
    expect("JZ").not.toContain(round.letter);
  }
});
