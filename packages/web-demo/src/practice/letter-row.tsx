import { Icon } from "../controls/icon.tsx";
import { texts } from "../texts/texts.ts";
import type { LetterRun } from "./letter-run.ts";

/** The letters of a word: which are done, which one is next. */
export function LetterRow({ run }: { run: LetterRun }) {
  const now = run.results.length;
  return (
    <ol class="letter-row" aria-label={run.letters.join("")} style={{ "--letters": run.letters.length }}>
      {run.letters.map((letter, index) => {
        const outcome = run.results[index]?.outcome;
        const state = outcome ?? (index === now ? "now" : "open");
        const word =
          outcome === "passed"
            ? texts.word.letterDone
            : outcome === "skipped"
              ? texts.word.letterSkipped
              : index === now
                ? texts.word.letterNow
                : texts.word.letterOpen;
        return (
          <li key={index} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            {letter}
            <span class="visually-hidden">, {word}</span>
            {outcome === "passed" && <Icon name="check" size={16} />}
            {outcome === "skipped" && <span aria-hidden="true">–</span>}
          </li>
        );
      })}
    </ol>
  );
}
