import { expect, test } from "bun:test";
import { namedLettersLine } from "./named-letters.ts";
import type { TimedReading } from "./print-reading.ts";

const reading = (more: Partial<TimedReading>): TimedReading => ({
  ...{ path: "", hands: 1, letter: "A", probability: 0.9, milliseconds: 1 },
  ...more,
});

test("counts what was read right and what passed among the pictures that are named for a letter", () => {
  const readings = [
    reading({ wanted: "A", passed: true }),
    reading({ wanted: "B", passed: true }),
    reading({ wanted: "A", passed: false }),
    reading({ wanted: "A", hands: 0, letter: null }),
    reading({}),
  ];
  expect(namedLettersLine(readings)).toBe("4 named for a letter: a hand in 3, 2 read right, 2 passed");
});

test("says nothing where none is", () => {
  expect(namedLettersLine([reading({})])).toBeUndefined();
});
