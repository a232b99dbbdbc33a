import { expect, test } from "bun:test";
import { drawWaits } from "./draw-waits.ts";
import { runSimulation } from "./run-simulation.ts";
import { simulationDefaults, simulationOptions } from "./simulation-options.ts";

test("each number of workers has a panel, and each design a line that has a point for each load", () => {
  const given = {
    ...simulationDefaults,
    workers: "1,2",
    load: "0.3,0.6",
    design: "lease,central",
    seconds: "0.5",
  };
  const svg = drawWaits(
    simulationOptions(given).map((options) => ({ options, figures: runSimulation(options) })),
  );
  expect(svg.match(/font-weight="bold">[^<]*/g)).toEqual([
    'font-weight="bold">1 worker',
    'font-weight="bold">2 workers',
  ]);
  const lines = [...svg.matchAll(/points="([^"]*)"/g)].map(
    ([, points]) => points?.split(" ").filter(Boolean).length,
  );
  expect(lines.filter((points) => points === 2)).toHaveLength(4);
  expect(svg).not.toContain("NaN");
});
