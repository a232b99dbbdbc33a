import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../parts/announcer.tsx";
import { LetterRow } from "../parts/letter-row.tsx";
import { RunView } from "../parts/run-view.tsx";
import { type LetterRun, runTime } from "../practice/letter-run.ts";
import { lettersOf, passMarks, taskLimits } from "../tasks/task.ts";
import { texts } from "../texts/texts.ts";

type Step =
  | { name: "choose" }
  | { name: "sign"; word: string; round: number }
  | { name: "done"; run: LetterRun };

const suggestions = texts.word.words.split(" ");

/** Spell one word, letter by letter. */
export function WordScreen() {
  const step = useSignal<Step>({ name: "choose" });
  const sign = (word: string) => {
    step.value = { name: "sign", word, round: performance.now() };
  };
  const now = step.value;
  if (now.name === "sign") {
    return (
      <div class="screen run">
        <h1 class="visually-hidden">{texts.word.title}</h1>
        <RunView
          key={now.round}
          letters={lettersOf(now.word)}
          passMark={passMarks.usual}
          onDone={(run) => {
            step.value = { name: "done", run };
          }}
        >
          <button type="button" class="button quiet" onClick={() => (step.value = { name: "choose" })}>
            {texts.word.another}
          </button>
        </RunView>
      </div>
    );
  }
  if (now.name === "done") {
    return (
      <WordDone
        run={now.run}
        onAgain={() => sign(now.run.letters.join(""))}
        onAnother={() => (step.value = { name: "choose" })}
      />
    );
  }
  return <WordChoice onWord={sign} />;
}

function WordChoice({ onWord }: { onWord: (word: string) => void }) {
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
          const word = text.value.trim().toUpperCase();
          bad.value = !/^[A-Z]+$/.test(word) || word.length > taskLimits.wordLength;
          if (bad.value) field.current?.focus();
          else onWord(word);
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
            maxLength={taskLimits.wordLength}
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

function WordDone({
  run,
  onAgain,
  onAnother,
}: {
  run: LetterRun;
  onAgain: () => void;
  onAnother: () => void;
}) {
  const word = run.letters.join("");
  const passed = run.results.filter((result) => result.outcome === "passed").length;
  const sentence =
    passed === run.letters.length
      ? texts.word.done(word, texts.common.seconds(runTime(run)))
      : texts.word.doneSkipped(word, passed, run.letters.length);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    announce(sentence);
  }, []);
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1 ref={heading} tabIndex={-1}>
          {sentence}
        </h1>
        <LetterRow run={run} />
        <div class="button-row">
          <button type="button" class="button primary" onClick={onAgain}>
            {texts.word.again}
          </button>
          <button type="button" class="button" onClick={onAnother}>
            {texts.word.another}
          </button>
        </div>
      </section>
    </div>
  );
}

function pick(previous?: string): string {
  const choice = suggestions.filter((word) => word !== previous);
  return choice[Math.floor(Math.random() * choice.length)] ?? "CAT";
}
