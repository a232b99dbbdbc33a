import { expect, test } from "bun:test";
import { checkAnswer } from "./check-answer.ts";

test("capitals, spaces, dashes and accents are no mistakes", () => {
  for (const answer of ["CAT", "cat", " Cat ", "c a t", "C-A-T", "cát", "c.a.t."]) {
    expect(checkAnswer("CAT", answer)).toEqual({ outcome: "right" });
  }
});

test("what is right in a wrong answer is told", () => {
  expect(checkAnswer("CAT", "CUT")).toEqual({ outcome: "almost", right: 2 });
  expect(checkAnswer("CAT", "TAC")).toEqual({ outcome: "almost", right: 1 });
  expect(checkAnswer("CAT", "CATS")).toEqual({ outcome: "length" });
  expect(checkAnswer("BALL", "BAL")).toEqual({ outcome: "length" });
});

test("nothing typed is no answer", () => {
  for (const answer of ["", "   ", "...", "42"])
    expect(checkAnswer("CAT", answer)).toEqual({ outcome: "empty" });
});
