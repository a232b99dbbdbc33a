import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { AddResults } from "../class-results/add-results.tsx";
import { mergeHandIns } from "../class-results/class-results.ts";
import { ConfusionsCard } from "../class-results/confusions-card.tsx";
import { HeatMapCard } from "../class-results/heat-map-card.tsx";
import { InboxNote } from "../class-results/inbox-note.tsx";
import { nameLearnersApart } from "../class-results/learner-names.ts";
import { classBook } from "../class-results/page-class-book.ts";
import { knownTasks, type Selection, selectedHandIns, selectedTasks } from "../class-results/selection.ts";
import { ShowChoice } from "../class-results/show-choice.tsx";
import { type Undoable, UndoNote } from "../controls/undo-note.tsx";
import { texts } from "../texts/texts.ts";

/** The teacher's view: who signs what, how fast, and what is mixed up. With a task's code, of that task. */
export function ResultsScreen({ task }: { task?: string | undefined }) {
  const first = (): Selection => (task ? { kind: "task", code: task } : { kind: "all" });
  const selection = useSignal(first());
  const done = useSignal<Undoable | undefined>(undefined);
  useEffect(() => {
    selection.value = first();
  }, [task]);

  const book = classBook.value.value;
  const tasks = knownTasks(book);
  const selected = selectedTasks(tasks, selection.value);
  const handIns = selectedHandIns(book, selection.value);
  const names = nameLearnersApart(book.handIns, {
    given: book.names,
    nameless: texts.results.unnamed,
    numbered: texts.results.numbered,
  });
  const results = mergeHandIns(handIns, names);
  const withInbox = selected.flatMap(({ kept }) => (kept?.teacherKey ? [kept] : []));
  const [only] = selected;
  const title = selected.length === 1 && only?.title ? only.title : texts.results.heatMap;
  return (
    <div class="screen wide results">
      <header class="screen-head no-print">
        <h1>{texts.results.title}</h1>
        <p class="soft">{texts.results.hint}</p>
      </header>
      {!classBook.isKept.value && (
        <p class="note bad" role="alert">
          {texts.common.notKept}
        </p>
      )}
      <AddResults />
      {tasks.length > 1 && <ShowChoice tasks={tasks} selection={selection} />}
      {withInbox.length > 0 && <InboxNote tasks={withInbox} />}
      <UndoNote done={done} />
      {results.rows.length === 0 ? (
        <p class="card soft">{texts.results.empty}</p>
      ) : (
        <>
          <HeatMapCard title={title} results={results} handIns={handIns} names={names} done={done} />
          <ConfusionsCard results={results} />
        </>
      )}
    </div>
  );
}
