import { describe, expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import { createStandings, type StandingsOptions } from "./standings.ts";

const unknown = { pause: 0, credit: 1 };

function create(options: Partial<StandingsOptions> = {}) {
  const clock = createManualClock();
  return { clock, standings: createStandings({ clock, ...options }) };
}

describe("a newcomer", () => {
  test("from an address of which nothing is known comes straight in, with everything", () => {
    expect(create().standings.of("one")).toEqual(unknown);
  });

  test("waits a little and begins with half after one was thrown out, and longer with less after each more", () => {
    const { standings } = create();
    const received = [1, 2, 3].map((strain) => {
      standings.note("one", 1);
      return { strain, ...standings.of("one") };
    });
    expect(received).toEqual([
      { strain: 1, pause: 200, credit: 1 / 2 },
      { strain: 2, pause: 400, credit: 1 / 4 },
      { strain: 3, pause: 600, credit: 1 / 8 },
    ]);
  });

  test("never waits longer than two seconds nor begins with less than a sixteenth, however many were thrown out", () => {
    const { standings } = create();
    for (let time = 0; time < 1000; time++) standings.note("one", 1);
    expect(standings.of("one")).toEqual({ pause: 2000, credit: 1 / 16 });
  });

  test("is received as any other again after ten seconds for each that was thrown out, and after 100 in any case", () => {
    const { clock, standings } = create();
    standings.note("one", 1);
    clock.advance(9_900);
    expect(standings.of("one").pause).toBeGreaterThan(0);
    clock.advance(100);
    expect(standings.of("one")).toEqual(unknown);
    for (let time = 0; time < 1000; time++) standings.note("one", 1);
    clock.advance(100_000);
    expect(standings.of("one")).toEqual(unknown);
  });

  test("from another address does not notice", () => {
    const { standings } = create();
    standings.note("one", 1);
    expect(standings.of("other")).toEqual(unknown);
  });
});

describe("whoever leaves", () => {
  test("before it is thrown out has what it used up noted all the same", () => {
    const { standings } = create();
    standings.note("one", 0.5);
    standings.note("one", 0.5);
    expect(standings.of("one")).toEqual({ pause: 200, credit: 1 / 2 });
  });

  test("in the middle of honest work, again and again, leaves nothing behind", () => {
    const { standings } = create();
    for (let time = 0; time < 1000; time++) standings.note("one", 0.049);
    expect(standings.of("one")).toEqual(unknown);
  });
});

test("a bounded number of addresses is remembered: the one that was noted longest ago is forgotten", () => {
  const { standings } = create({ maxAddresses: 2 });
  standings.note("one", 1);
  standings.note("two", 1);
  standings.note("one", 1);
  standings.note("three", 1);
  expect(standings.of("two")).toEqual(unknown);
  expect(standings.of("one").pause).toBe(400);
  expect(standings.of("three").pause).toBe(200);
});

test("a clock that jumps back forgives nothing and punishes nobody", () => {
  let now = 1000;
  const standings = createStandings({ clock: () => now });
  standings.note("one", 1);
  now = 0;
  expect(standings.of("one").pause).toBe(200);
});
