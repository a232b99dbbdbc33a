import { useEffect, useRef } from "preact/hooks";
import { CopyButton } from "../controls/copy-button.tsx";
import { saveFile } from "../controls/save-file.ts";
import { fileNamePart } from "../handing-in/create-hand-in.ts";
import { type HandIn, handInFile, handInText } from "../handing-in/hand-in.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";

/** A task that is done: how it went, and what to hand in. */
export function TaskDone({ handIn, onAgain }: { handIn: HandIn; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const letters = handIn.results.flatMap((result) => result.letters);
  const passed = letters.filter((result) => result.outcome === "passed").length;
  const sentence = texts.task.doneText(passed, letters.length);
  const text = handInText(handIn);
  useEffect(() => {
    heading.current?.focus();
    announce(sentence);
  }, []);
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1 ref={heading} tabIndex={-1}>
          {texts.task.done}
        </h1>
        <p>
          {sentence} {texts.task.code(handIn.task)}.
        </p>
        <h2>{texts.task.handIn}</h2>
        <p class="soft">{texts.task.handInHint}</p>
        <div class="button-row">
          <button
            type="button"
            class="button primary"
            onClick={() => {
              const name = texts.task.fileName(fileNamePart(handIn.learner), handIn.task);
              saveFile(name, "application/json", handInFile(handIn));
            }}
          >
            {texts.task.save}
          </button>
          <CopyButton text={text} label={texts.task.copy} done={texts.task.copied} field={field} />
          <button type="button" class="button quiet" onClick={onAgain}>
            {texts.task.restart}
          </button>
        </div>
        <div class="field">
          <label for="hand-in-text">{texts.task.text}</label>
          <textarea
            ref={field}
            id="hand-in-text"
            class="code-text"
            readOnly
            rows={3}
            value={text}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      </section>
    </div>
  );
}
