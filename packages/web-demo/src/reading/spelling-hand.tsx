import type { Letter } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { type ReferenceHand, useReferenceHand } from "../practice/use-reference-hand.ts";
import { texts } from "../texts/texts.ts";
import type { ReadingPace } from "./reading-pace.ts";

/** A word as it is to be spelled. Another object is another time. */
export type Spelled = { letters: readonly Letter[]; pace: ReadingPace };

/** Options of {@link SpellingHand}. */
export type SpellingHandProps = {
  /** What is spelled now; nothing before and after it, when the hand is hidden. */
  spelled: Spelled | undefined;
  onEnd: () => void;
  /** There is a hand, or there cannot be one. */
  onState: (state: "shown" | "failed") => void;
};

/** The hand that spells a word. */
export function SpellingHand({ spelled, onEnd, onState }: SpellingHandProps) {
  const hand = useRef<ReferenceHand | undefined>(undefined);
  const latest = useRef(onEnd);
  latest.current = onEnd;
  const spell = () => {
    if (spelled) hand.current?.spell(spelled.letters, spelled.pace, () => latest.current());
  };
  // One reads others, who are seen from the front, and most of them sign with the right hand.
  const { canvas, state } = useReferenceHand({ hand, side: "right", onShown: spell });

  useEffect(spell, [spelled]);
  useEffect(() => {
    if (state.value !== "loading") onState(state.value);
  }, [state.value]);

  return (
    <div class="letter-hand-picture" data-spelling={spelled !== undefined || undefined}>
      <canvas ref={canvas} role="img" aria-label={texts.read.picture} />
      {state.value === "loading" && <p class="letter-hand-wait">{texts.reference.loading}</p>}
      {state.value === "failed" && <p class="letter-hand-wait">{texts.read.failed}</p>}
    </div>
  );
}
