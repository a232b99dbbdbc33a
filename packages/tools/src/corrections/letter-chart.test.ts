import { describe, expect, test } from "bun:test";
import { type CorrectionKey, correctionKeys, type Letter, letters } from "@signify/core";
import { trulyDiffer } from "./letter-chart.ts";

describe("trulyDiffer", () => {
  test.each<[CorrectionKey, Letter, Letter, boolean]>([
    ["bend-little", "I", "S", true],
    ["bend-index", "I", "S", false],
    ["straighten-fingers", "S", "B", true],
    ["straighten-fingers", "Y", "B", false],
    ["thumb-beside-index", "S", "A", true],
    ["thumb-across-fingers", "V", "U", false],
    ["spread-index-middle", "U", "V", true],
    ["cross-index-middle", "U", "R", true],
    ["close-index-middle", "V", "R", true],
    ["point-sideways", "D", "G", true],
    ["point-up", "D", "L", false],
    ["palm-sideways", "B", "C", true],
    ["draw-letter", "I", "J", true],
    ["draw-letter", "J", "Z", false],
  ])("%s from %s to %s: %p", (key, shown, asked, differ) => {
    expect(trulyDiffer(key, shown, asked)).toBe(differ);
  });

  test("no letter differs from itself in anything, and two do not differ in one direction alone", () => {
    for (const key of correctionKeys) {
      for (const one of letters) {
        expect(trulyDiffer(key, one, one)).toBe(false);
        for (const other of letters) expect(trulyDiffer(key, one, other)).toBe(trulyDiffer(key, other, one));
      }
    }
  });

  test("any two letters differ in something that can be said", () => {
    for (const one of letters)
      for (const other of letters)
        if (one !== other)
          expect([one, other, correctionKeys.some((key) => trulyDiffer(key, one, other))]).toEqual([
            one,
            other,
            true,
          ]);
  });
});
