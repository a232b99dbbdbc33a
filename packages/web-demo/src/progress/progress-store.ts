import { signal } from "@preact/signals";
import type { LetterResult } from "../practice/attempt-record.ts";
import { browserStorage } from "../settings/browser-storage.ts";
import {
  addResult,
  addRound,
  deleteProgress,
  loadProgress,
  type Progress,
  saveProgress,
} from "./progress.ts";

/** The learner's progress in this browser. */
export const progress = signal<Progress>(loadProgress(browserStorage()));

/** Keeps how a letter went. */
export function keepResult(result: LetterResult): void {
  keep(addResult(progress.value, result));
}

/** Keeps how many letters a speed round had. */
export function keepRound(passed: number): void {
  keep(addRound(progress.value, passed));
}

/** Forgets everything. */
export function forgetProgress(): void {
  deleteProgress(browserStorage());
  progress.value = { letters: {} };
}

function keep(next: Progress): void {
  progress.value = next;
  saveProgress(browserStorage(), next);
}
