import type { Letter } from "@signify/core";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";
import { noHelp } from "./follow-help.ts";
import { isMovement } from "./hold.ts";
import { LetterHand } from "./letter-hand.tsx";
import { shownHelp } from "./shown-help.ts";
import type { FollowedAttempt } from "./use-attempt.ts";
import { prefersStill, type ReferenceHand, type ReferenceHandRef } from "./use-reference-hand.ts";

/** Options of {@link TargetPanel}. */
export type TargetPanelProps = {
  letter: Letter;
  /** The attempt at it; without one nothing is hidden and nothing helps. */
  attempt?: FollowedAttempt;
  reference?: ReferenceHandRef;
  /** Beside the letter: how far the learner is. */
  note?: ComponentChildren;
  /** What else helps somebody who is stuck. */
  rescue?: ComponentChildren;
  children?: ComponentChildren;
};

/**
 * The letter to sign: the letter itself, a hand that shows it, and how to make it in words. Who practices without the
 * picture sees the words with the first hint and the hand when they are stuck, or when they ask.
 */
export function TargetPanel({ letter, attempt, note, rescue, children, ...options }: TargetPanelProps) {
  const own = useRef<ReferenceHand | undefined>(undefined);
  const reference = options.reference ?? own;
  const { level, correction } = attempt?.help.value ?? noHelp;
  const stuck = level === "stuck";
  const shown = shownHelp({
    recall: attempt !== undefined && settings.value.recall,
    revealed: attempt?.revealed.value ?? true,
    level,
  });
  const reveal = () => {
    if (attempt) attempt.revealed.value = true;
  };

  useEffect(() => {
    if (stuck && !prefersStill()) reference.current?.replaySlowly();
  }, [stuck, letter]);

  return (
    <section class="target" aria-label={texts.practice.sign} data-stuck={stuck || undefined}>
      <div class="target-letter">
        <div>
          <p class="target-label">{texts.practice.sign}</p>
          {note}
        </div>
        <p class="target-glyph">{letter}</p>
      </div>
      <div class="target-hand" hidden={!shown.hand}>
        <LetterHand
          letter={letter}
          reference={reference}
          marks={level === "none" ? undefined : correction?.points.map((row) => row % landmarks)}
        />
      </div>
      {!shown.hand && (
        <div class="target-hidden">
          <p>{texts.help.hidden}</p>
          <button type="button" class="button" onClick={reveal}>
            {texts.help.reveal}
          </button>
        </div>
      )}
      <div class="target-words">
        <p class="target-shape">
          {shown.words && texts.handShapes[letter]}{" "}
          {shown.words && isMovement(letter) && texts.practice.movement}
        </p>
        <div class="button-row target-rescue">
          {stuck && (
            <button type="button" class="button" onClick={() => reference.current?.replaySlowly()}>
              <Icon name="play" size={20} />
              <span>{texts.help.slowly}</span>
            </button>
          )}
          {rescue}
        </div>
        {children}
      </div>
    </section>
  );
}

/** Landmarks of one hand: rows of a landmark frame hold two. */
const landmarks = 21;
