import { isRecord } from "../shell/is-record.ts";

/** What was done today and how many days in a row the goal was reached. Days are "2026-11-27", as the clock on the wall has them. */
export type Daily = {
  day: string;
  /** Letters signed or read on that day. */
  count: number;
  /** Days in a row with the goal reached, up to `reachedOn`. */
  streak: number;
  /** The last day with the goal reached; empty for none. */
  reachedOn: string;
};

/** Nothing done yet. */
export const noDaily: Daily = { day: "", count: 0, streak: 0, reachedOn: "" };

const version = 1;

/** The day on which a moment is where the learner lives. */
export function dayOf(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** After so many more letters at this moment, with this goal; a goal of 0 is none and is never reached. */
export function addLetters(daily: Daily, letters: number, goal: number, now: Date): Daily {
  const day = dayOf(now);
  const count = (daily.day === day ? daily.count : 0) + letters;
  // Who flies west lives some hours twice: a day of which the goal was reached ahead is reached.
  const isReached = daily.reachedOn >= day;
  if (goal === 0 || count < goal || isReached) return { ...daily, day, count };
  return { day, count, streak: streakOn(daily, now) + 1, reachedOn: day };
}

/** Letters of today. */
export function countOn(daily: Daily, now: Date): number {
  return daily.day === dayOf(now) ? daily.count : 0;
}

/** Days in a row up to today, or up to yesterday while today's goal is still ahead. */
export function streakOn({ streak, reachedOn }: Daily, now: Date): number {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return reachedOn >= dayOf(yesterday) ? streak : 0;
}

/** What is kept of it. */
export function keptDaily(daily: Daily): object {
  return { version, ...daily };
}

/** It from a value that was kept; nonsense is nothing done. */
export function dailyOf(value: unknown): Daily {
  if (!isRecord(value) || value.version !== version) return noDaily;
  const { day, count, streak, reachedOn } = value;
  if (!isDay(day) || !isCount(count) || !isCount(streak)) return noDaily;
  return isDay(reachedOn) ? { day, count, streak, reachedOn } : { ...noDaily, day, count };
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
