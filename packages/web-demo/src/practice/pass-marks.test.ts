import { expect, test } from "bun:test";
import { holdFor, passMarks } from "./pass-marks.ts";

test("the strict have a letter held, for others the verdict is enough, also by the lenient links of before", () => {
  expect([holdFor(passMarks.strict), holdFor(passMarks.usual), holdFor(0.55)]).toEqual([1000, 0, 0]);
});
