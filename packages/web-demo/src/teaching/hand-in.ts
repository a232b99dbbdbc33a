import { parseLetter } from "@signify/core";
import type { Confusions, LetterResult } from "../practice/attempt-record.ts";
import { isRecord } from "../shell/is-record.ts";
import { nicknameLength } from "../shell/settings.ts";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import { taskLimits } from "./task.ts";

/** One item of a task and how its letters went. */
export type ItemResult = { item: string; letters: readonly LetterResult[] };

/** What a learner hands in. It holds no picture and no landmark. */
export type HandIn = {
  /** Random, so that the same file given twice counts once. */
  id: string;
  /** The code of the task. */
  task: string;
  title: string;
  /** What the learner typed, or nothing. */
  learner: string;
  /** ISO 8601. */
  finishedAt: string;
  results: readonly ItemResult[];
};

const kind = "signify-result";
const version = 1;
const textPrefix = "SIGNIFY1.";

/** The file to hand in. */
export function handInFile(handIn: HandIn): string {
  return `${JSON.stringify({ kind, version, ...handIn }, null, 1)}\n`;
}

/** The same as one line of text, for a chat or an e-mail. */
export function handInText(handIn: HandIn): string {
  return textPrefix + encodeBase64Url(JSON.stringify({ kind, version, ...handIn }));
}

/** Reads a file or a text that was handed in; `undefined` when it is neither. Nothing of it is trusted. */
export function readHandIn(content: string): HandIn | undefined {
  const text = content.trim();
  const json = text.startsWith(textPrefix) ? decodeBase64Url(text.slice(textPrefix.length)) : text;
  if (json === undefined) return undefined;
  try {
    return handInOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function handInOf(value: unknown): HandIn | undefined {
  if (!isRecord(value) || value.kind !== kind || value.version !== version) return undefined;
  const { id, task, title, learner, finishedAt } = value;
  if (!isText(id, 64) || id === "" || !isText(task, 16) || !isText(title, taskLimits.titleLength))
    return undefined;
  if (!isText(learner, nicknameLength) || !isText(finishedAt, 40) || Number.isNaN(Date.parse(finishedAt))) {
    return undefined;
  }
  if (!Array.isArray(value.results) || value.results.length > taskLimits.items) return undefined;
  const results = value.results.map(itemOf);
  return results.every((item) => item !== undefined)
    ? { id, task, title, learner, finishedAt, results }
    : undefined;
}

function itemOf(value: unknown): ItemResult | undefined {
  if (!isRecord(value) || typeof value.item !== "string" || !/^[A-Z]{1,20}$/.test(value.item))
    return undefined;
  if (!Array.isArray(value.letters) || value.letters.length > taskLimits.wordLength) return undefined;
  const letters = value.letters.map(letterOf);
  return letters.every((letter) => letter !== undefined) ? { item: value.item, letters } : undefined;
}

function letterOf(value: unknown): LetterResult | undefined {
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

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}
