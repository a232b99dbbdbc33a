import { describe, expect, test } from "bun:test";
import { round, roundProbability } from "./round.ts";

describe("round", () => {
  test("keeps so many places", () => {
    expect([round(1.23456, 2), round(-0.5, 0), round(7, 4)]).toEqual([1.23, -0, 7]);
  });
});

describe("roundProbability", () => {
  test("keeps 4 places and stays within 0..1", () => {
    expect([0.85666, 1.0000001, -0.0000001].map(roundProbability)).toEqual([0.8567, 1, 0]);
  });
});
