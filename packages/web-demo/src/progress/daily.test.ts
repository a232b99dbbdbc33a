import { expect, test } from "bun:test";
import { addLetters, countOn, type Daily, dailyOf, dayOf, keptDaily, noDaily, streakOn } from "./daily.ts";

/** Noon of a day in November, where the learner lives; 31 is December 1. */
const on = (day: number, hour = 12) => new Date(2026, 10, day, hour);
/** Ten letters on each of these days, with a goal of ten. */
const tenOn = (...days: number[]) =>
  days.reduce<Daily>((daily, day) => addLetters(daily, 10, 10, on(day)), noDaily);

test("a day is the learner's own, from midnight to midnight", () => {
  expect(dayOf(on(27, 0))).toBe("2026-11-27");
  expect(dayOf(new Date(2026, 10, 27, 23, 59, 59))).toBe("2026-11-27");
  expect(dayOf(new Date(2027, 0, 1))).toBe("2027-01-01");
});

test("letters of one day add up, and a new day begins with none", () => {
  const daily = addLetters(addLetters(noDaily, 3, 10, on(27)), 4, 10, on(27, 23));
  expect(countOn(daily, on(27))).toBe(7);
  expect(countOn(daily, on(28))).toBe(0);
  expect(addLetters(daily, 1, 10, on(28)).count).toBe(1);
});

test("days in a row count when their goal is reached, once each", () => {
  expect(streakOn(tenOn(27), on(27))).toBe(1);
  expect(streakOn(tenOn(27, 27, 27), on(27))).toBe(1);
  expect(streakOn(tenOn(29, 30, 31), on(31))).toBe(3);
});

test("the row stands until the end of the next day, and begins anew after a gap", () => {
  expect(streakOn(tenOn(26, 27), on(28, 23))).toBe(2);
  expect(streakOn(tenOn(26, 27), on(29))).toBe(0);
  expect(streakOn(tenOn(26, 27, 29), on(29))).toBe(1);
});

test("a day with a clock change is a day", () => {
  // Of every hour of a year, the day before is another day, whatever the time zone does in between.
  for (let hour = 0; hour < 366 * 24; hour += 1) {
    const now = new Date(2026, 0, 1, hour);
    const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12);
    expect(streakOn(addLetters(noDaily, 1, 1, before), now)).toBe(1);
  }
});

test("who flies west over the date line keeps the row and does not count a day twice", () => {
  const daily = tenOn(27, 28);
  expect(streakOn(daily, on(27))).toBe(2);
  expect(streakOn(addLetters(daily, 10, 10, on(27)), on(28))).toBe(2);
});

test("without a goal letters are counted and no row begins", () => {
  const daily = addLetters(noDaily, 50, 0, on(27));
  expect([countOn(daily, on(27)), streakOn(daily, on(27))]).toEqual([50, 0]);
});

test("it comes back as it was kept, and nonsense is nothing", () => {
  const daily = tenOn(26, 27);
  expect(dailyOf(JSON.parse(JSON.stringify(keptDaily(daily))))).toEqual(daily);
  const bad = [null, [], 7, { version: 2 }, { version: 1, day: "today", count: 1, streak: 0 }];
  for (const value of [...bad, { ...keptDaily(daily), count: -1 }, { ...keptDaily(daily), streak: 0.5 }]) {
    expect(dailyOf(value)).toEqual(noDaily);
  }
  expect(dailyOf({ ...keptDaily(daily), reachedOn: "<b>" })).toEqual({
    ...noDaily,
    day: "2026-11-27",
    count: 10,
  });
});
