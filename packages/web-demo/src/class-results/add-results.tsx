import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import type { HandIn } from "../handing-in/hand-in.ts";
import { readHandInFiles, readHandInTexts } from "../handing-in/read-hand-ins.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";
import { addHandIns } from "./class-book.ts";
import { classBook } from "./page-class-book.ts";
import { ScanDialog } from "./scan-dialog.tsx";

/** Where a teacher adds what was handed in: codes before the camera, files, or a chat. */
export function AddResults() {
  const input = useRef<HTMLInputElement>(null);
  const pasted = useSignal("");
  const problems = useSignal<readonly string[]>([]);
  const said = useSignal("");
  const over = useSignal(false);
  const scanning = useSignal(false);

  const add = (found: readonly HandIn[], bad: readonly string[]) => {
    const before = classBook.value.value.handIns.length;
    classBook.change((book) => addHandIns(book, found));
    const added = classBook.value.value.handIns.length - before;
    problems.value = bad;
    said.value = added > 0 ? texts.results.added(added) : found.length > 0 ? texts.results.alreadyThere : "";
    if (said.value) announce(said.value);
  };
  const addFiles = async (files: readonly File[]) => {
    const read = await readHandInFiles(files);
    add(read.handIns, read.bad.map(texts.results.bad));
  };
  const addText = (event: Event) => {
    event.preventDefault();
    const { handIns, bad } = readHandInTexts(pasted.value);
    const isNothing = handIns.length === 0 && bad === 0;
    add(handIns, isNothing ? [texts.results.badText] : bad > 0 ? [texts.results.badCodes(bad)] : []);
    if (handIns.length > 0 && bad === 0) pasted.value = "";
  };

  return (
    <section class="card add-results no-print" aria-label={texts.results.addFiles}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button in it does the same. */}
      <div
        class={over.value ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => (over.value = false)}
        onDrop={(event) => {
          event.preventDefault();
          over.value = false;
          void addFiles([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <button
          type="button"
          class="button primary"
          aria-haspopup="dialog"
          onClick={() => (scanning.value = true)}
        >
          <Icon name="camera" size={20} />
          {texts.results.scan}
        </button>
        <button type="button" class="button" onClick={() => input.current?.click()}>
          <Icon name="file" size={20} />
          {texts.results.addFiles}
        </button>
        <span class="soft">{texts.results.dropHint}</span>
        <input
          ref={input}
          hidden
          type="file"
          multiple
          accept=".json,.txt,application/json,text/plain"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            void addFiles(files);
          }}
        />
      </div>
      <form class="paste" onSubmit={addText}>
        <div class="field">
          <label for="pasted">{texts.results.paste}</label>
          <textarea
            id="pasted"
            rows={2}
            autoComplete="off"
            spellcheck={false}
            placeholder={texts.results.pasteHint}
            value={pasted.value}
            onInput={(event) => (pasted.value = event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="button">
          {texts.results.addText}
        </button>
      </form>
      {(problems.value.length > 0 || said.value) && (
        <div class="add-answers">
          {said.value && <p class="note">{said.value}</p>}
          {problems.value.map((problem) => (
            <p key={problem} class="note bad" role="alert">
              <Icon name="warning" />
              <span class="text">{problem}</span>
            </p>
          ))}
        </div>
      )}
      {scanning.value && <ScanDialog onClose={() => (scanning.value = false)} />}
    </section>
  );
}
