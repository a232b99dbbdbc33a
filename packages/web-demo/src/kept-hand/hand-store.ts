import { type ReadonlySignal, signal } from "@preact/signals";
import type { TaughtHand } from "@signify/client-sdk";
import type { KeptValue } from "../shell/kept-value.ts";
import { handOf } from "./hand-of.ts";

/** How the learner signs, as this browser keeps it: numbers, from which no picture can be made. */
export type HandStore = {
  hand: ReadonlySignal<TaughtHand | undefined>;
  /** Keeps a hand in place of the one before; one without letters is none. */
  keepHand(hand: TaughtHand): void;
  forgetHand(): void;
};

/** A hand that begins as it was kept. */
export function createHandStore(kept: KeptValue): HandStore {
  const hand = signal(handOf(kept.read()));
  const forgetHand = () => {
    hand.value = undefined;
    kept.forget();
  };
  return {
    hand,
    keepHand(next) {
      if (Object.keys(next.letters).length === 0) return forgetHand();
      hand.value = next;
      kept.write(next);
    },
    forgetHand,
  };
}
