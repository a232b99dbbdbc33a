import { expect, test } from "bun:test";
import { simulationDefaults, simulationOptions } from "./simulation-options.ts";

test("each design is run at each load with each number of workers", () => {
  const all = simulationOptions({
    ...simulationDefaults,
    workers: "1,8",
    load: "0.5,1",
    design: "lease,random",
  });
  expect(all.map(({ workers, servers, load, design }) => [workers, servers, load, design])).toEqual([
    [1, 2, 0.5, "lease"],
    [1, 2, 0.5, "random"],
    [1, 2, 1, "lease"],
    [1, 2, 1, "random"],
    [8, 4, 0.5, "lease"],
    [8, 4, 0.5, "random"],
    [8, 4, 1, "lease"],
    [8, 4, 1, "random"],
  ]);
});

test("pictures that take twice as long do so in each quantile", () => {
  const [usual] = simulationOptions(simulationDefaults);
  const [slower] = simulationOptions({ ...simulationDefaults, slower: "2" });
  expect(slower?.serviceTimes.tracked.median).toBe(2 * (usual?.serviceTimes.tracked.median ?? 0));
  expect(slower?.serviceTimes.searching.p95).toBe(2 * (usual?.serviceTimes.searching.p95 ?? 0));
});

test.each([
  [{ workers: "0" }, "--workers as numbers from 1"],
  [{ workers: "1.5" }, "--workers as whole numbers"],
  [{ load: "much" }, "--load as numbers"],
  [{ searching: "2" }, "--searching as numbers from 0 to 1"],
  [{ design: "lease,best" }, "--design as some of lease, two-choices, random, central"],
  [{ design: "toString" }, "--design"],
  [{ fault: "slow" }, "--fault as worker-killed, worker-hung"],
])("%p is refused with what was expected", (given, expected) => {
  expect(() => simulationOptions({ ...simulationDefaults, ...given })).toThrow(expected);
});
