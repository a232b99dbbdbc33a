import type { SimulationFigures, SimulationOptions } from "./run-simulation.ts";

/** One simulation: what was asked, and what came of it. */
export type Simulated = { options: SimulationOptions; figures: SimulationFigures };

type Column = [title: string, width: number, value: (simulated: Simulated) => string | number];

const digits = (value: number, count = 1) => value.toFixed(count);

const columns: Column[] = [
  ["design", 12, ({ options }) => options.design],
  ["workers", 8, ({ options }) => options.workers],
  ["load", 6, ({ options }) => options.load],
  ["learners", 9, ({ figures }) => figures.learners],
  ["used", 6, ({ figures }) => digits(figures.utilization, 2)],
  ["fps least", 10, ({ figures }) => digits(figures.framesPerSecond.least)],
  ["mid", 5, ({ figures }) => digits(figures.framesPerSecond.median)],
  ["most", 5, ({ figures }) => digits(figures.framesPerSecond.most)],
  ["Jain", 6, ({ figures }) => digits(figures.framesPerSecond.jain, 3)],
  ["servers", 8, ({ figures }) => digits(figures.framesPerSecondOfServers.jain, 3)],
  ["wait p50", 9, ({ figures }) => digits(figures.wait.median)],
  ["p95", 7, ({ figures }) => digits(figures.wait.p95)],
  ["p99", 7, ({ figures }) => digits(figures.wait.p99)],
  ["age p95", 8, ({ figures }) => digits(figures.age.p95)],
  ["stale %", 8, ({ figures: { frames } }) => digits((100 * frames.superseded) / frames.came)],
  ["failed", 7, ({ figures }) => figures.frames.failed],
  ["silence", 8, ({ figures }) => digits(figures.longestSilence, 0)],
  ["messages", 9, ({ figures }) => digits(figures.perPicture.published)],
  ["passed", 7, ({ figures }) => digits(figures.perPicture.offers.passed ?? 0, 2)],
  ["nobody", 7, ({ figures }) => digits(figures.perPicture.offers.nobody ?? 0, 2)],
];

/** The titles of the columns of {@link simulationRow}. */
export const simulationHead = columns.map(([title, width]) => title.padStart(width)).join("");

/** One row of the table. Times are milliseconds; messages and offers are for each picture. */
export function simulationRow(simulated: Simulated): string {
  return columns.map(([, width, value]) => String(value(simulated)).padStart(width)).join("");
}
