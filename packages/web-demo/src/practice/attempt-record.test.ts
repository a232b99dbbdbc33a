import { expect, test } from "bun:test";
import { recordAttempt } from "./attempt-record.ts";

test("a steady wrong letter is counted once, one in passing is not", () => {
  const record = recordAttempt("A", 1000);
  record.see("S", 1100);
  record.see("S", 1500);
  record.see("T", 1800);
  record.see("E", 1900);
  record.see("A", 2600);
  expect(record.finish("passed", 3600)).toEqual({
    letter: "A",
    outcome: "passed",
    time: 2600,
    seenInstead: { S: 1, E: 1 },
  });
});

test("a skipped letter keeps what was seen until the end", () => {
  const record = recordAttempt("A", 0);
  record.see("S", 0);
  expect(record.finish("skipped", 5000)).toEqual({
    letter: "A",
    outcome: "skipped",
    time: 5000,
    seenInstead: { S: 1 },
  });
});
