import type { Sample } from "./sample.ts";
import type { Tally } from "./tally.ts";

/**
 * How much more the last third of a soak may hold than the first. A server's memory swings by some 20 MB with the
 * collector, and each connection is a descriptor.
 */
const allowed = { serverMegabytes: 48, visionMegabytes: 48, descriptors: 16 } as const;
type Figure = keyof typeof allowed;

const figures = Object.keys(allowed) as Figure[];

/** A soak in short: what was held at its beginning, middle and end, and everything that should not have been. */
export type Verdict = Record<"first" | "middle" | "last", Record<Figure, number>> & { problems: string[] };

/**
 * Judges a soak by its samples in the order of time, and by the tally at its end.
 * @throws Error when there are fewer than three samples.
 */
export function judge(samples: readonly Sample[], tally: Tally): Verdict {
  const third = Math.floor(samples.length / 3);
  const [first, middle, last] = [
    samples.slice(0, third),
    samples.slice(third, samples.length - third),
    samples.slice(samples.length - third),
  ].map(medians);
  const latest = samples.at(-1);
  if (!first || !middle || !last || !latest || third === 0)
    throw new Error("expected at least three samples");
  const grown = figures
    .filter((figure) => !(last[figure] - first[figure] <= allowed[figure]))
    .map((figure) => `${figure} grew from ${first[figure]} to ${last[figure]}`);
  const faults = Object.entries({
    "wrong letters": tally.wrong,
    "errors that nothing explains": tally.errors,
    "connections or resets that the server left without an answer": tally.cutOff,
    "vision processes that were restarted and not killed": Math.max(0, latest.restarted - latest.killed),
    "minutes without a letter": samples.filter(
      ({ letters }, index) => letters === (samples[index - 1]?.letters ?? 0),
    ).length,
  }).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
  return { first, middle, last, problems: [...grown, ...faults] };
}

function medians(samples: readonly Sample[]): Record<Figure, number> {
  const median = (figure: Figure) =>
    samples.map((sample) => sample[figure]).sort((one, other) => one - other)[samples.length >> 1] ??
    Number.NaN;
  return {
    serverMegabytes: median("serverMegabytes"),
    visionMegabytes: median("visionMegabytes"),
    descriptors: median("descriptors"),
  };
}
