import { expect, test } from "bun:test";
import { createSequence } from "./sequence.ts";

test("createSequence numbers from one on, each sequence by itself", () => {
  const [one, two] = [createSequence(), createSequence()];
  expect([one(), one(), two(), one(), two()]).toEqual([1, 2, 1, 3, 2]);
});
