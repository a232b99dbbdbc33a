import type { LetterResult } from "../practice/attempt-record.ts";
import { keepResult } from "../progress/page-progress.ts";
import { announce } from "../shell/announcer.tsx";
import { pulse } from "../shell/pulse.ts";
import { texts } from "../texts/texts.ts";

/** Keeps how a letter went, and tells when today's goal is reached by it. */
export function keepAndTell(result: LetterResult): void {
  if (keepResult(result)) tellGoal();
}

/** Tells that today's goal is reached. */
export function tellGoal(): void {
  announce(texts.today.reached, { unmissed: true });
  pulse(70, 90, 70, 90, 140);
}
