import { useSignal } from "@preact/signals";
import { systemClock } from "@signify/core";
import type { LetterRun } from "../practice/letter-run.ts";
import { lettersOf } from "../practice/words.ts";
import { texts } from "../texts/texts.ts";
import { RunView } from "./run-view.tsx";
import { WordChoice } from "./word-choice.tsx";
import { WordDone } from "./word-done.tsx";

type Step =
  | { name: "choose" }
  | { name: "sign"; word: string; round: number }
  | { name: "done"; run: LetterRun };

/** Spell one word, letter by letter. */
export function WordScreen() {
  const step = useSignal<Step>({ name: "choose" });
  const sign = (word: string) => {
    step.value = { name: "sign", word, round: systemClock() };
  };
  const now = step.value;
  if (now.name === "sign") {
    return (
      <div class="screen run">
        <h1 class="visually-hidden">{texts.word.title}</h1>
        <RunView
          key={now.round}
          letters={lettersOf(now.word)}
          holdFor={0}
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
