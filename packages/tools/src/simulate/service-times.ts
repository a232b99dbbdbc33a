import type { Times } from "../bench/statistics.ts";
import type { Random } from "../random/seeded-random.ts";

/** How long a vision process looks at a picture, by whether it follows a hand or searches for one. */
export type ServiceTimes = {
  tracked: Times;
  searching: Times;
  /** Share of the frames that search, 0..1. */
  searchingShare: number;
};

/** What follows from {@link ServiceTimes}, in milliseconds. */
export type ServiceDraw = { draw(random: Random): number; mean: number };

/** Of a normal distribution, so many standard deviations lie between the middle and what 95 of 100 stay under. */
const deviationsToP95 = 1.6449;

/** Draws from log-normal distributions that have this median and p95: a frame has a least time and a long tail. */
export function drawServiceTimes({ tracked, searching, searchingShare }: ServiceTimes): ServiceDraw {
  const spread = ({ median, p95 }: Times) => Math.log(p95 / median) / deviationsToP95;
  const mean = (times: Times) => times.median * Math.exp(spread(times) ** 2 / 2);
  return {
    mean: (1 - searchingShare) * mean(tracked) + searchingShare * mean(searching),
    draw(random) {
      const times = random.chance(searchingShare) ? searching : tracked;
      return times.median * Math.exp(spread(times) * drawNormal(random));
    },
  };
}

/** A number of the normal distribution with mean 0 and deviation 1 (Box and Muller 1958). */
function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.between(0, 1)));
  return radius * Math.cos(2 * Math.PI * random.between(0, 1));
}
