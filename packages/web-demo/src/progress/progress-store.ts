import { type ReadonlySignal, signal } from "@preact/signals";
import type { LetterResult } from "../practice/attempt-record.ts";
import type { KeptValue } from "../shell/kept-value.ts";
import { addResult, addRound, keptProgress, noProgress, type Progress, progressOf } from "./progress.ts";

/** A learner's progress, and how it grows. */
export type ProgressStore = {
  progress: ReadonlySignal<Progress>;
  /** Keeps how a letter went. */
  keepResult(result: LetterResult): void;
  /** Keeps how many letters a speed round had. */
  keepRound(passed: number): void;
  forgetProgress(): void;
};

/** Progress that begins as it was kept. */
export function createProgressStore(kept: KeptValue): ProgressStore {
  const progress = signal(progressOf(kept.read()));
  const keep = (next: Progress) => {
    progress.value = next;
    kept.write(keptProgress(next));
  };
  return {
    progress,
    keepResult: (result) => keep(addResult(progress.value, result)),
    keepRound: (passed) => keep(addRound(progress.value, passed)),
    forgetProgress() {
      kept.forget();
      progress.value = noProgress;
    },
  };
}
