import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { longestWord, pickWord, readWord } from "../practice/words.ts";
import { texts } from "../texts/texts.ts";

const pick = (previous?: string) => pickWord(texts.word.words.split(" "), Math.random, previous);

/** Where a learner types a word to spell, or has one suggested. */
export function WordChoice({ onWord }: { onWord: (word: string) => void }) {
  const text = useSignal(pick());
  const bad = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="screen narrow">
      <header class="screen-head">
        <h1>{texts.word.title}</h1>
        <p class="soft">{texts.word.hint}</p>
      </header>
      <form
        class="card form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const word = readWord(text.value);
          bad.value = word === undefined;
          if (word) onWord(word);
          else field.current?.focus();
        }}
      >
        <div class="field">
          <label for="word">{texts.word.field}</label>
          <input
            ref={field}
            id="word"
            class="word-input"
            type="text"
            value={text.value}
            maxLength={longestWord}
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
            aria-invalid={bad.value}
            aria-describedby="word-hint"
            onInput={(event) => {
              text.value = event.currentTarget.value;
              bad.value = false;
            }}
          />
          <p id="word-hint" class={bad.value ? "problem" : "hint"} role={bad.value ? "alert" : undefined}>
            {bad.value ? texts.word.problem : texts.word.fieldHint}
          </p>
        </div>
        <div class="button-row">
          <button type="submit" class="button primary">
            {texts.word.start}
          </button>
          <button type="button" class="button" onClick={() => (text.value = pick(text.value))}>
            {texts.word.suggestion}
          </button>
        </div>
      </form>
    </div>
  );
}
