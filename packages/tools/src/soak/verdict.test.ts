import { describe, expect, test } from "bun:test";
import type { Sample } from "./sample.ts";
import { emptyTally } from "./tally.ts";
import { judge, type Verdict } from "./verdict.ts";

/** Nine minutes in which all is well, apart from what is changed. */
const soak = (change: (minute: number) => Partial<Sample> = () => ({})): Sample[] =>
  Array.from({ length: 9 }, (_, index) => ({
    ...emptyTally(),
    minutes: index + 1,
    serverMegabytes: 200 + (index % 2) * 20,
    visionMegabytes: 300,
    descriptors: 40 + (index % 3),
    letters: 100 * (index + 1),
    killed: index,
    restarted: index,
    ...change(index + 1),
  }));

const judged = (samples: Sample[]): Verdict => judge(samples, samples.at(-1) ?? emptyTally());

test("a soak in which all is well has no problem, and its figures are medians of its thirds", () => {
  expect(judged(soak())).toEqual({
    first: { serverMegabytes: 200, visionMegabytes: 300, descriptors: 41 },
    middle: { serverMegabytes: 220, visionMegabytes: 300, descriptors: 41 },
    last: { serverMegabytes: 200, visionMegabytes: 300, descriptors: 41 },
    problems: [],
  });
});

describe("a problem is", () => {
  test.each<[string, (minute: number) => Partial<Sample>, string]>([
    [
      "memory that grows",
      (minute) => ({ serverMegabytes: 200 + 10 * minute }),
      "serverMegabytes grew from 220 to 280",
    ],
    [
      "memory of vision processes that grows",
      (minute) => ({ visionMegabytes: 300 + 10 * minute }),
      "visionMegabytes grew from 320 to 380",
    ],
    ["descriptors that grow", (minute) => ({ descriptors: 5 * minute }), "descriptors grew from 10 to 40"],
    ["memory that cannot be read", () => ({ visionMegabytes: Number.NaN }), "visionMegabytes grew from NaN"],
    ["a wrong letter", () => ({ wrong: 1 }), "1 wrong letters"],
    ["an error", () => ({ errors: 2 }), "2 errors that nothing explains"],
    ["a lost connection", () => ({ cutOff: 1 }), "1 connections or resets"],
    ["a restart without a kill", (minute) => ({ restarted: minute }), "1 vision processes"],
    ["a minute without a letter", (minute) => (minute === 5 ? { letters: 400 } : {}), "1 minutes without"],
  ])("%s", (_, change, problem) => {
    expect(judged(soak(change)).problems).toEqual([expect.stringContaining(problem)]);
  });
});

test("one large sample is no growth", () => {
  expect(judged(soak((minute) => (minute === 8 ? { serverMegabytes: 900 } : {}))).problems).toEqual([]);
});

test("two samples are too few", () => {
  expect(() => judged(soak().slice(0, 2))).toThrow("at least three samples");
});
