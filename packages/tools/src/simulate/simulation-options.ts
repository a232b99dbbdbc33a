import { type DesignName, designs } from "./designs/create-design.ts";
import type { SimulationOptions } from "./run-simulation.ts";
import type { ServiceTimes } from "./service-times.ts";

/** What `bun run simulate` takes, as it is written; lists are separated by commas. */
export const simulationDefaults = {
  design: "lease",
  workers: "1,10,100",
  load: "0.3,0.5,0.7,0.9,1,1.2",
  processes: "2",
  servers: "",
  unequal: "1",
  hop: "0.2",
  searching: "0.2",
  slower: "1",
  seconds: "4",
  fault: "",
  seed: "1",
};

/**
 * One thread of a processor of 2026 with VNNI: a frame with one followed hand, and one in which nobody is found.
 * Measured on a machine that did nothing else is the median of the first (`bun run bench --only steps`); the second is that of a search
 * in two looks, which takes less than half of it since a frame takes one: the tables of `docs/scaling.md` were made with it. The p95, an
 * eighth more, are assumed.
 */
const usualTimes: Omit<ServiceTimes, "searchingShare"> = {
  tracked: { median: 4.9, p95: 5.5 },
  searching: { median: 14, p95: 16 },
};

/**
 * All simulations that are asked for, one after the other.
 * @throws Error that says what was expected
 */
export function simulationOptions(given: typeof simulationDefaults): SimulationOptions[] {
  const number = (name: keyof typeof given, least: number, most = Number.POSITIVE_INFINITY) =>
    numbers(name, least, most)[0] as number;
  const numbers = (name: keyof typeof given, least: number, most = Number.POSITIVE_INFINITY) => {
    const values = given[name].split(",").map(Number);
    if (values.every((value) => value >= least && value <= most)) return values;
    throw new Error(`Expected --${name} as numbers from ${least} to ${most}.`);
  };
  const slower = number("slower", 0.01);
  const times = ({ median, p95 }: ServiceTimes["tracked"]) => ({
    median: median * slower,
    p95: p95 * slower,
  });
  const common = {
    processes: whole("processes", number("processes", 1)),
    unequal: number("unequal", 1),
    hop: number("hop", 0),
    serviceTimes: {
      tracked: times(usualTimes.tracked),
      searching: times(usualTimes.searching),
      searchingShare: number("searching", 0, 1),
    },
    seconds: number("seconds", 0.1),
    fault: faultOf(given.fault),
    seed: whole("seed", number("seed", 0)),
  };
  return numbers("workers", 1).flatMap((count) => {
    const workers = whole("workers", count);
    // Of six milliseconds that a frame costs, five are vision: a server's one thread feeds about five processes.
    const usual = Math.max(2, Math.ceil((workers * common.processes) / 4));
    const servers = given.servers === "" ? usual : whole("servers", number("servers", 1));
    return numbers("load", 0.01).flatMap((load) =>
      given.design.split(",").map((name) => ({ ...common, design: designOf(name), workers, servers, load })),
    );
  });
}

function whole(name: string, value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new Error(`Expected --${name} as whole numbers.`);
}

function designOf(name: string): DesignName {
  if (Object.hasOwn(designs, name)) return name as DesignName;
  throw new Error(`Expected --design as some of ${Object.keys(designs).join(", ")}.`);
}

function faultOf(name: string): SimulationOptions["fault"] {
  if (name === "") return undefined;
  const [, who, what] = /^(worker|server)-(killed|hung)$/.exec(name) ?? [];
  if (!who) throw new Error("Expected --fault as worker-killed, worker-hung, server-killed or server-hung.");
  return { who, what } as SimulationOptions["fault"];
}
