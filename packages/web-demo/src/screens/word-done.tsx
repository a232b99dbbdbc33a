import { useEffect, useRef } from "preact/hooks";
import { LetterRow } from "../practice/letter-row.tsx";
import { type LetterRun, runTime } from "../practice/letter-run.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";

/** How a word went. */
export function WordDone({
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
