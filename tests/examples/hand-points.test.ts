import { expect, setDefaultTimeout, test } from "bun:test";
import { findHandPoints, handFiles } from "./write-hand-points.ts";

setDefaultTimeout(60_000);

test("the hand that examples send is the one that is found in its picture", async () => {
  const found = await findHandPoints();
  for (const path of handFiles) {
    const written: number[] = await Bun.file(path).json();
    const distances = written.map((value, index) => Math.abs(value - (found[index] ?? Number.NaN)));
    // Another processor's arithmetic may differ in the last digits.
    expect([written.length, Math.max(...distances) < 0.005]).toEqual([found.length, true]);
  }
});
