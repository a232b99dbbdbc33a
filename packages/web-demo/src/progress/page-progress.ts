import { computed } from "@preact/signals";
import type { LetterResult } from "../practice/attempt-record.ts";
import { browserStorage } from "../shell/browser-storage.ts";
import { createKeptSignal } from "../shell/kept-signal.ts";
import { createKeptValue } from "../shell/kept-value.ts";
import { settings } from "../shell/page-settings.ts";
import { createToday } from "./create-today.ts";
import { dailyOf, keptDaily } from "./daily.ts";
import { createProgressStore } from "./progress-store.ts";
import { addWord, keptScore, scoreOf } from "./reading-score.ts";

const store = createProgressStore(createKeptValue(browserStorage(), "signify.progress"));
const score = createKeptSignal({
  kept: createKeptValue(browserStorage(), "signify.reading"),
  read: scoreOf,
  write: keptScore,
});

/** What the learner does today, in this browser. */
export const today = createToday({
  kept: createKeptSignal({
    kept: createKeptValue(browserStorage(), "signify.today"),
    read: dailyOf,
    write: keptDaily,
  }),
  goal: computed(() => settings.value.goal),
  now: () => new Date(),
});

/** The learner's progress in this browser. */
export const { progress, keepRound } = store;

/** How the reading practice went in this browser. */
export const readingScore = score.value;

/** Keeps how a letter went. Answers whether today's goal was reached by it. */
export function keepResult(result: LetterResult): boolean {
  store.keepResult(result);
  return result.outcome === "passed" && today.add(1);
}

/** Keeps how a word of so many letters went that was to be read. Answers whether today's goal was reached by it. */
export function keepReading(letters: number, wasRead: boolean): boolean {
  score.keep(addWord(score.value.value, wasRead));
  return wasRead && today.add(letters);
}

/** Forgets everything that was done. */
export function forgetProgress(): void {
  store.forgetProgress();
  score.forget();
  today.forget();
}
