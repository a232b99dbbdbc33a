import { expect, test } from "bun:test";
import { createRateMeter } from "./rate-meter.ts";

test("the rate is that of the last two seconds, or since the start", () => {
  const meter = createRateMeter(0);
  for (let time = 100; time <= 1000; time += 100) meter.count(time);
  expect(meter.rate(1000)).toBeCloseTo(10);
  expect(meter.rate(2000)).toBeCloseTo(5);
  expect(meter.rate(5000)).toBe(0);
});
