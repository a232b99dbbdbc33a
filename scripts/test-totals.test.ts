import { describe, expect, test } from "bun:test";
import { readTestTotals } from "./test-totals.ts";

describe("readTestTotals", () => {
  test("reads the root of a JUnit report", () => {
    const report = `<?xml version="1.0"?>
      <testsuites name="bun test" tests="12" assertions="40" failures="2" skipped="3" time="1.5">
        <testsuite name="x" tests="5" failures="1" skipped="0"></testsuite>
      </testsuites>`;
    expect(readTestTotals(report)).toEqual({ passed: 7, failed: 2, skipped: 3 });
  });

  test("finds no test where there is no report", () => {
    expect(readTestTotals("")).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
