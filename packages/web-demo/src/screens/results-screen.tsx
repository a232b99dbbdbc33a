import { signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { announce } from "../parts/announcer.tsx";
import { HeatMap } from "../parts/heat-map.tsx";
import { Icon } from "../parts/icon.tsx";
import { saveFile } from "../parts/save-file.ts";
import { addHandIns, type ClassResults, mergeHandIns } from "../tasks/class-results.ts";
import { type HandIn, readHandIn } from "../tasks/hand-in.ts";
import { resultsCsv } from "../tasks/results-csv.ts";
import { texts } from "../texts/texts.ts";

/** What was added so far: in memory only, so that a shared school computer keeps nothing. */
const handIns = signal<readonly HandIn[]>([]);
/** Largest file that is read, in bytes; a true result is a few thousand. */
const largestFile = 1_000_000;

/** The teacher's view: who signs what, how fast, and what is mixed up. */
export function ResultsScreen() {
  const results = mergeHandIns(handIns.value, texts.results.unnamed);
  return (
    <div class="screen wide results">
      <header class="screen-head no-print">
        <h1>{texts.results.title}</h1>
        <p class="soft">{texts.results.hint}</p>
      </header>
      <AddResults />
      {results.rows.length === 0 ? (
        <p class="card soft">{texts.results.empty}</p>
      ) : (
        <>
          <HeatMapCard results={results} />
          <ConfusionsCard results={results} />
        </>
      )}
    </div>
  );
}

function AddResults() {
  const input = useRef<HTMLInputElement>(null);
  const pasted = useSignal("");
  const problems = useSignal<readonly string[]>([]);
  const said = useSignal("");
  const over = useSignal(false);

  const add = (found: readonly HandIn[], bad: readonly string[]) => {
    const before = handIns.value.length;
    handIns.value = addHandIns(handIns.value, found);
    const added = handIns.value.length - before;
    problems.value = bad;
    said.value = added > 0 ? texts.results.added(added) : found.length > 0 ? texts.results.alreadyThere : "";
    if (said.value) announce(said.value);
  };
  const addFiles = async (files: readonly File[]) => {
    const read = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        handIn: file.size <= largestFile ? readHandIn(await file.text().catch(() => "")) : undefined,
      })),
    );
    add(
      read.flatMap(({ handIn }) => handIn ?? []),
      read.filter(({ handIn }) => !handIn).map(({ name }) => texts.results.bad(name)),
    );
  };
  const addText = (event: Event) => {
    event.preventDefault();
    // A chat may give several at once.
    const parts = pasted.value.split(/\s+(?=SIGNIFY1\.)/).filter((part) => part.trim() !== "");
    const read = parts.map((part) => readHandIn(part));
    const bad = parts.length === 0 || read.includes(undefined);
    add(
      read.flatMap((handIn) => handIn ?? []),
      bad ? [texts.results.badText] : [],
    );
    if (!bad) pasted.value = "";
  };

  return (
    <section class="card add-results no-print">
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
        <button type="button" class="button primary" onClick={() => input.current?.click()}>
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
          <input
            id="pasted"
            type="text"
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
    </section>
  );
}

function HeatMapCard({ results }: { results: ClassResults }) {
  const tasks = new Set(handIns.value.map((handIn) => handIn.task));
  const [first] = handIns.value;
  return (
    <section class="card heat" aria-labelledby="heat-title">
      <div class="heat-head">
        <div>
          <h2 id="heat-title">{tasks.size === 1 && first?.title ? first.title : texts.results.heatMap}</h2>
          <p class="soft">
            {texts.results.summary(results.rows.length, results.letters.length)}.{" "}
            {tasks.size > 1 && texts.results.severalTasks} {texts.results.heatMapHint}
          </p>
        </div>
        <div class="button-row no-print">
          <button
            type="button"
            class="button"
            onClick={() =>
              saveFile(texts.results.csvName, "text/csv;charset=utf-8", resultsCsv(handIns.value))
            }
          >
            {texts.results.csv}
          </button>
          <button type="button" class="button" onClick={() => print()}>
            {texts.results.print}
          </button>
          <button type="button" class="button quiet" onClick={() => (handIns.value = [])}>
            {texts.results.clear}
          </button>
        </div>
      </div>
      <HeatMap results={results} />
    </section>
  );
}

function ConfusionsCard({ results }: { results: ClassResults }) {
  const rows = results.confusions.slice(0, 12);
  return (
    <section class="card" aria-labelledby="confusions-title">
      <h2 id="confusions-title">{texts.results.confusions}</h2>
      {rows.length === 0 ? (
        <p class="soft">{texts.results.noConfusions}</p>
      ) : (
        <table class="plain-table confusions">
          <thead>
            <tr>
              <th scope="col">{texts.results.wanted}</th>
              <th scope="col">{texts.results.seen}</th>
              <th scope="col">{texts.results.count}</th>
              <th scope="col">{texts.results.learners}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.wanted + row.seen}>
                <th scope="row">{row.wanted}</th>
                <td>{row.seen}</td>
                <td>{row.count}</td>
                <td>{row.learners}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
