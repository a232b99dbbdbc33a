import { expect, test } from "bun:test";
import { answerReading, showWord, slowDown, startReading } from "./reading-round.ts";

test("a word is read after as many tries as it takes", () => {
  let round = answerReading(startReading("CAT"), "cut");
  expect(round).toMatchObject({ check: { outcome: "almost", right: 2 }, end: undefined });
  round = answerReading(round, "cat");
  expect(round.end).toBe("read");
});

test("a word that is over stays as it ended", () => {
  const shown = showWord(startReading("CAT"));
  expect(shown.end).toBe("shown");
  expect(answerReading(shown, "CAT")).toBe(shown);
  const read = answerReading(startReading("CAT"), "CAT");
  expect(showWord(read)).toBe(read);
});

test("each wish for it slower counts", () => {
  expect(slowDown(slowDown(startReading("CAT"))).timesSlower).toBe(2);
});
