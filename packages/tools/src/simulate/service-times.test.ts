import { expect, test } from "bun:test";
import { percentile } from "../bench/statistics.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { drawServiceTimes } from "./service-times.ts";

const drawMany = (searchingShare: number) => {
  const times = { tracked: { median: 5, p95: 6 }, searching: { median: 12, p95: 15 }, searchingShare };
  const { draw, mean } = drawServiceTimes(times);
  const random = seededRandom(1);
  return { samples: Array.from({ length: 100_000 }, () => draw(random)), mean };
};

test.each([
  [0, 5, 6],
  [1, 12, 15],
])("with a share of %p that searches, median and p95 are those that were given", (share, median, p95) => {
  const { samples } = drawMany(share);
  expect(percentile(samples, 0.5)).toBeCloseTo(median, 1);
  expect(percentile(samples, 0.95)).toBeCloseTo(p95, 1);
});

test("the mean that it says is that of what it draws", () => {
  const { samples, mean } = drawMany(0.2);
  expect(samples.reduce((sum, one) => sum + one, 0) / samples.length).toBeCloseTo(mean, 1);
});
