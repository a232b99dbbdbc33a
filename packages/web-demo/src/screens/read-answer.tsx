import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { longestWord } from "../practice/words.ts";
import { readingScore } from "../progress/page-progress.ts";
import type { ReadingRound } from "../reading/reading-round.ts";
import { texts } from "../texts/texts.ts";

/** Options of {@link ReadAnswer}. */
export type ReadAnswerProps = {
  /** The word to read; none before the first one. */
  round: ReadingRound | undefined;
  field: RefObject<HTMLInputElement | null>;
  onAnswer: (typed: string) => void;
  onShow: () => void;
  onNext: () => void;
};

/** Where a learner types the word that the hand has spelled, and what comes of it. */
export function ReadAnswer({ round, field, onAnswer, onShow, onNext }: ReadAnswerProps) {
  const typed = useSignal("");
  const following = useRef<HTMLButtonElement>(null);
  const { end } = round ?? {};
  const { read, missed, row, bestRow } = readingScore.value;

  useEffect(() => {
    typed.value = "";
  }, [round?.word]);
  // Enter checks the word, and once more goes on.
  useEffect(() => {
    if (end) following.current?.focus();
  }, [end]);

  return (
    <form
      class="card form read-answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!end) onAnswer(typed.value);
      }}
    >
      <div class="field">
        <label for="read-word">{texts.read.answer}</label>
        <input
          ref={field}
          id="read-word"
          class="word-input"
          type="text"
          value={typed.value}
          // Spaces between the letters are no mistakes.
          maxLength={2 * longestWord}
          disabled={!round}
          readOnly={end !== undefined}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellcheck={false}
          aria-describedby="read-feedback"
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </div>
      <p id="read-feedback" class="read-feedback" role="status" data-end={end}>
        {end === "read" && <Icon name="check" size={28} />}
        {round ? feedback(round) : ""}
      </p>
      <div class="button-row">
        {end ? (
          <button ref={following} type="button" class="button primary" onClick={onNext}>
            {texts.read.next}
          </button>
        ) : (
          <>
            <button type="submit" class="button primary" disabled={!round}>
              {texts.read.check}
            </button>
            <button type="button" class="button" disabled={!round} onClick={onShow}>
              {texts.read.show}
            </button>
          </>
        )}
      </div>
      {read + missed > 0 && (
        <p class="read-score">
          <span>{texts.read.score(read, read + missed)}</span>
          <span class="soft">{texts.read.row(row, bestRow)}</span>
        </p>
      )}
    </form>
  );
}

function feedback({ word, check, end }: ReadingRound): string {
  if (end === "read") return texts.read.right(word);
  if (end === "shown") return texts.read.shown(word);
  switch (check?.outcome) {
    case "empty":
      return texts.read.empty;
    case "almost":
      return texts.read.almost(check.right, word.length);
    case "length":
      return texts.read.length(word.length);
    default:
      return "";
  }
}
