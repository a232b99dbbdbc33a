import { expect, test } from "bun:test";
import { createSteadyGuess } from "./steady-guess.ts";

test("the first letter is named at once", () => {
  expect(createSteadyGuess().see("U", 0)).toBe("U");
});

test("another letter is named once it has stayed, and a flicker never", () => {
  const guess = createSteadyGuess();
  guess.see("U", 0);
  expect(guess.see("V", 100)).toBe("U");
  expect(guess.see("U", 200)).toBe("U");
  expect(guess.see("V", 600)).toBe("U");
  expect(guess.wait(899)).toBe("U");
  expect(guess.wait(900)).toBe("V");
});

test("a letter that stayed in silence is named also when the next reading is another", () => {
  const guess = createSteadyGuess();
  guess.see("U", 0);
  guess.see("V", 100);
  expect(guess.see("R", 500)).toBe("V");
});

test("a hand that is gone for a while looks like nothing", () => {
  const guess = createSteadyGuess();
  guess.see("U", 0);
  expect(guess.see(undefined, 100)).toBe("U");
  expect(guess.wait(400)).toBeUndefined();
});
