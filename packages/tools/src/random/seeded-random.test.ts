import { expect, test } from "bun:test";
import { seededRandom } from "./seeded-random.ts";

const draws = (seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: 1000 }, () => random.between(2, 5));
};

test("the same seed gives the same numbers, and another one others", () => {
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
});

test("numbers fill their range and stay in it", () => {
  const numbers = draws(7);
  expect(Math.min(...numbers)).toBeWithin(2, 2.1);
  expect(Math.max(...numbers)).toBeWithin(4.9, 5);
});

test("every choice comes, and nothing is chosen from nothing", () => {
  const random = seededRandom(7);
  const choices = Array.from({ length: 100 }, () => random.oneOf(["a", "b", "c"]));
  expect(new Set(choices)).toEqual(new Set(["a", "b", "c"]));
  expect(() => random.oneOf([])).toThrow("expected at least one choice");
});
