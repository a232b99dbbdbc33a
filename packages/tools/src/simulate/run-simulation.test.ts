import { describe, expect, test } from "bun:test";
import { type DesignName, designs } from "./designs/create-design.ts";
import { runSimulation, type SimulationOptions } from "./run-simulation.ts";

const times = { median: 5, p95: 5.5 };
const usual: SimulationOptions = {
  design: "lease",
  workers: 4,
  processes: 2,
  servers: 3,
  load: 0.7,
  unequal: 1,
  hop: 0.1,
  serviceTimes: { tracked: times, searching: { median: 14, p95: 16 }, searchingShare: 0.2 },
  seconds: 2,
  seed: 1,
};
const names = Object.keys(designs) as DesignName[];

describe.each(names)("%s", (design) => {
  test("the same seed gives the same figures, another one others", () => {
    const figures = runSimulation({ ...usual, design });
    expect(runSimulation({ ...usual, design })).toEqual(figures);
    expect(runSimulation({ ...usual, design, seed: 2 })).not.toEqual(figures);
  });

  test("below what the processes can do all learners get their ten frames, and above it no frame is unaccounted for", () => {
    const { framesPerSecond, frames } = runSimulation({ ...usual, design });
    expect(framesPerSecond.least).toBeGreaterThanOrEqual(9);
    expect(frames.failed).toBe(0);
    const full = runSimulation({ ...usual, design, load: 1.3 });
    const still = full.frames.came - full.frames.answered - full.frames.superseded - full.frames.failed;
    expect(full.frames.superseded).toBeGreaterThan(0);
    expect(still).toBeGreaterThanOrEqual(0);
    // One waits and one is in hand, at most.
    expect(still).toBeLessThanOrEqual(2 * full.learners);
    expect(full.utilization).toBeGreaterThan(0.85);
  });

  test("a worker that is killed costs the pictures in its hands, and the others take its work", () => {
    const { frames, framesPerSecond } = runSimulation({
      ...usual,
      design,
      load: 0.5,
      fault: { who: "worker", what: "killed" },
    });
    expect(frames.failed).toBeLessThanOrEqual(20);
    expect(framesPerSecond.least).toBeGreaterThanOrEqual(5);
  });
});

test("what waits for a process is sent fresh: on a full cluster leased frames are younger than queued ones", () => {
  const ageOf = (design: DesignName) => runSimulation({ ...usual, design, load: 1.3 }).age.p95;
  expect(ageOf("lease")).toBeLessThan(0.7 * ageOf("two-choices"));
  expect(ageOf("lease")).toBeLessThan(0.7 * ageOf("random"));
});

test("a picture on a quiet cluster is said in six messages, with two offers to nobody", () => {
  const { perPicture } = runSimulation({ ...usual, load: 0.2 });
  expect(perPicture.published).toBeCloseTo(6, 0);
  expect(perPicture.offers.taken).toBeCloseTo(1, 1);
  expect(perPicture.offers.nobody).toBeCloseTo(2, 0);
});

test("a server with many times the learners of the others has as many as asked for", () => {
  const { learners, framesPerSecondOfServers } = runSimulation({ ...usual, unequal: 10 });
  expect(learners).toBe(runSimulation(usual).learners);
  expect(framesPerSecondOfServers.least).toBeGreaterThan(9.5);
});
