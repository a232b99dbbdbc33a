import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { KeptSignal } from "../shell/kept-signal.ts";
import { addLetters, countOn, type Daily, streakOn } from "./daily.ts";

/** How far the learner is today. */
export type TodayState = {
  count: number;
  /** 0: there is none. */
  goal: number;
  reached: boolean;
  /** Days in a row. */
  streak: number;
};

/** Today's letters and the days in a row. */
export type Today = {
  state: ReadonlySignal<TodayState>;
  /** Counts letters. Answers whether the goal was reached by them. */
  add(letters: number): boolean;
  /** Another day may have begun. */
  look(): void;
  forget(): void;
};

/** Options of {@link createToday}. */
export type TodayOptions = {
  kept: KeptSignal<Daily>;
  goal: ReadonlySignal<number>;
  /** The moment, as the learner's clock has it. */
  now: () => Date;
};

/** Follows what is done today. */
export function createToday({ kept, goal, now }: TodayOptions): Today {
  const moment = signal(now());
  const look = () => {
    moment.value = now();
  };
  return {
    state: computed(() => {
      const count = countOn(kept.value.value, moment.value);
      const reached = goal.value > 0 && count >= goal.value;
      return { count, goal: goal.value, reached, streak: streakOn(kept.value.value, moment.value) };
    }),
    add(letters) {
      look();
      const before = countOn(kept.value.value, moment.value);
      kept.keep(addLetters(kept.value.value, letters, goal.value, moment.value));
      return goal.value > 0 && before < goal.value && before + letters >= goal.value;
    },
    look,
    forget: kept.forget,
  };
}
