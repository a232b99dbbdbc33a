import { useSignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { TeachOffer } from "../my-hand/teach-offer.tsx";
import type { LetterResult } from "../practice/attempt-record.ts";
import { LetterRow } from "../practice/letter-row.tsx";
import { advanceRun, currentLetter, isRepeat, type LetterRun, startRun } from "../practice/letter-run.ts";
import { TargetPanel } from "../practice/target-panel.tsx";
import { useAttempt } from "../practice/use-attempt.ts";
import type { ReferenceHand } from "../practice/use-reference-hand.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";
import { AttemptCamera } from "./attempt-camera.tsx";
import { keepAndTell } from "./keep-and-tell.ts";

/** Options of {@link RunView}. */
export type RunViewProps = {
  letters: readonly Letter[];
  /** Milliseconds for which a letter must stay shown. */
  holdFor: number;
  /** Above the letters: what this run is part of. */
  children?: ComponentChildren;
  /** Results of the first letters, where they were signed before. */
  done?: readonly LetterResult[];
  /** Told after each letter but the last one. */
  onLetter?: (run: LetterRun) => void;
  onDone: (run: LetterRun) => void;
};

/** A row of letters, signed one after the other; used for a word and for the items of a task. Give it a `key`. */
export function RunView({ letters, holdFor, children, done = [], onLetter, onDone }: RunViewProps) {
  const reference = useRef<ReferenceHand | undefined>(undefined);
  const run = useSignal(startRun(letters, done));
  const letter = currentLetter(run.value) ?? letters.at(-1);
  const number = run.value.results.length;
  const attempt = useAttempt({
    letter: currentLetter(run.value),
    holdFor,
    attempt: number,
    pause: 700,
    onEnd(result) {
      keepAndTell(result);
      run.value = advanceRun(run.value, result);
      if (currentLetter(run.value)) onLetter?.(run.value);
      else onDone(run.value);
    },
  });

  useEffect(() => {
    if (letter) announce(texts.practice.announce(letter));
  }, [letter, number]);

  if (!letter) return null;
  return (
    <>
      <div class="run-head">
        {children}
        <LetterRow run={run.value} />
      </div>
      <TargetPanel
        letter={letter}
        attempt={attempt}
        reference={reference}
        rescue={<TeachOffer letter={letter} stuck={attempt.help.value.level === "stuck"} />}
      >
        {isRepeat(run.value) && <p class="note">{texts.word.repeat(letter)}</p>}
        <div class="button-row">
          <button type="button" class="button" onClick={attempt.skip}>
            {texts.word.skip}
          </button>
        </div>
      </TargetPanel>
      <AttemptCamera letter={letter} attempt={attempt} reference={reference} />
    </>
  );
}
