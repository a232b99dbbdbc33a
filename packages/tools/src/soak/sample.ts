import type { ProcessFigures } from "./process-figures.ts";
import type { Tally } from "./tally.ts";

/** How things stand at one moment of a soak; counts are since its start. */
export type Sample = ProcessFigures &
  Tally & {
    minutes: number;
    /** Vision processes that were killed, and that the server says it has started again. */
    killed: number;
    restarted: number;
  };

const columns: [string, (sample: Sample) => number][] = [
  ["minute", ({ minutes }) => minutes],
  ["server MB", ({ serverMegabytes }) => serverMegabytes],
  ["vision MB", ({ visionMegabytes }) => visionMegabytes],
  ["descriptors", ({ descriptors }) => descriptors],
  ["connections", ({ connections }) => connections],
  ["resets", ({ resets }) => resets],
  ["letters", ({ letters }) => letters],
  ["wrong", ({ wrong }) => wrong],
  ["lost pictures", ({ lostPictures }) => lostPictures],
  ["restarts", ({ restarted }) => restarted],
];

/** The head of the table for people. */
export const sampleHead = columns.map(([name]) => name).join("  ");

/** A row of that table. */
export function sampleRow(sample: Sample): string {
  return columns.map(([name, figure]) => `${figure(sample)}`.padStart(name.length)).join("  ");
}
