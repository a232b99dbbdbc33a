import { parseLetter } from "@signify/core";
import type { Confusions, LetterResult } from "../practice/attempt-record.ts";
import { isRecord } from "../shell/is-record.ts";
import { nicknameLength } from "../shell/settings.ts";
import { taskLimits } from "../tasks/task.ts";

/** One item of a task and how its letters went. */
export type ItemResult = { item: string; letters: readonly LetterResult[] };

/** What a learner hands in. It holds no picture and no landmark. */
export type HandIn = {
  /** Random, so that the same result given twice counts once. */
  id: string;
  /** Random and the same for all results of one browser, so that two learners of one name are two. Empty in results of before. */
  learnerId: string;
  /** The code of the task. */
  task: string;
  title: string;
  /** What the learner typed, or nothing. */
  learner: string;
  /** ISO 8601. */
  finishedAt: string;
  results: readonly ItemResult[];
};

/** The year 2100, in milliseconds since 1970. */
const endOfTime = 4_102_444_800_000;

/** A hand-in from a value that was parsed; `undefined` when it is none. Nothing of it is trusted. */
export function checkHandIn(value: unknown): HandIn | undefined {
  if (!isRecord(value)) return undefined;
  const { id, learnerId = "", task, title, learner, finishedAt } = value;
  if (!isText(id, 64) || id === "" || !isText(learnerId, 64)) return undefined;
  if (!isText(task, 16) || !isText(title, taskLimits.titleLength)) return undefined;
  if (!isText(learner, nicknameLength) || !isText(finishedAt, 40)) return undefined;
  const end = Date.parse(finishedAt);
  if (!(end >= 0 && end < endOfTime)) return undefined;
  const results = checkAll(value.results, taskLimits.items, checkItem);
  return results && { id, learnerId, task, title, learner, finishedAt, results };
}

/** An item from a value that was parsed; `undefined` when it is none. */
export function checkItem(value: unknown): ItemResult | undefined {
  if (!isRecord(value) || typeof value.item !== "string" || !/^[A-Z]{1,20}$/.test(value.item))
    return undefined;
  const letters = checkAll(value.letters, taskLimits.wordLength, checkLetter);
  return letters && { item: value.item, letters };
}

/** A letter's result from a value that was parsed; `undefined` when it is none. */
export function checkLetter(value: unknown): LetterResult | undefined {
  if (!isRecord(value) || !isRecord(value.seenInstead)) return undefined;
  const letter = parseLetter(value.letter);
  const { outcome, time } = value;
  if (!letter || (outcome !== "passed" && outcome !== "skipped")) return undefined;
  if (typeof time !== "number" || !(time >= 0 && time < 86_400_000)) return undefined;
  const seenInstead: Confusions = {};
  for (const [name, count] of Object.entries(value.seenInstead)) {
    const seen = parseLetter(name);
    if (!seen || !Number.isInteger(count) || Number(count) < 0 || Number(count) > 10_000) return undefined;
    seenInstead[seen] = Number(count);
  }
  return { letter, outcome, time, seenInstead };
}

/** All of a list, or `undefined` when it is none, too long, or one of it is not what it should be. */
export function checkAll<Entry>(
  value: unknown,
  most: number,
  check: (entry: unknown) => Entry | undefined,
): Entry[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const checked = value.map(check);
  return checked.every((entry) => entry !== undefined) ? checked : undefined;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}
