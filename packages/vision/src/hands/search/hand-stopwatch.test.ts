import { describe, expect, test } from "bun:test";
import { HandStopwatch } from "./hand-stopwatch.ts";

describe("HandStopwatch", () => {
  test("adds up the laps of each part and leaves out what lies between", () => {
    let now = 100;
    const stopwatch = new HandStopwatch(() => now);
    now = 103;
    stopwatch.start();
    now = 105;
    stopwatch.lap("warp");
    now = 112;
    stopwatch.lap("hand");
    now = 200;
    stopwatch.start();
    now = 201;
    stopwatch.lap("warp");
    expect(stopwatch.timings).toEqual({ palm: 0, warp: 3, hand: 7 });
  });
});
