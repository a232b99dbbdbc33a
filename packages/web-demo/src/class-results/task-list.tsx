import { useSignal } from "@preact/signals";
import { shortDate } from "../controls/short-date.ts";
import { type Undoable, UndoNote } from "../controls/undo-note.tsx";
import { announce } from "../shell/announcer.tsx";
import { routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";
import { addTask, type KeptTask, removeTask } from "./class-book.ts";
import { classBook } from "./page-class-book.ts";
import { type KnownTask, knownTasks } from "./selection.ts";

/** The teacher's tasks, class by class. */
export function TaskList({ onShare }: { onShare: (task: KeptTask) => void }) {
  const done = useSignal<Undoable | undefined>(undefined);
  const book = classBook.value.value;
  const tasks = knownTasks(book).filter(({ kept }) => kept);
  const groups = [...new Set(tasks.map(({ group }) => group))].sort();
  const remove = (kept: KeptTask, title: string) => {
    classBook.change((now) => removeTask(now, kept.encoded));
    const text = texts.teach.removed(title);
    done.value = { text, undo: () => classBook.change((now) => addTask(now, kept)) };
    announce(text);
  };
  return (
    <section class="card task-list no-print" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{texts.teach.tasks}</h2>
      <UndoNote done={done} />
      {!classBook.isKept.value && <p class="note bad">{texts.common.notKept}</p>}
      {tasks.length === 0 && <p class="soft">{texts.teach.noTasks}</p>}
      {groups.map((group) => (
        <div key={group}>
          {(groups.length > 1 || group) && (
            <h3>{group ? texts.results.showGroup(group) : texts.teach.noGroup}</h3>
          )}
          <ul>
            {tasks
              .filter((task) => task.group === group)
              .map((task) => (
                <TaskRow
                  key={task.code}
                  task={task}
                  count={book.handIns.filter((handIn) => handIn.task === task.code).length}
                  onShare={onShare}
                  onRemove={remove}
                />
              ))}
          </ul>
        </div>
      ))}
      <div class="button-row">
        <a class="button" href={routeHash({ screen: "results" })}>
          {texts.teach.results}
        </a>
      </div>
    </section>
  );
}

type TaskRowProps = {
  task: KnownTask;
  count: number;
  onShare: (task: KeptTask) => void;
  onRemove: (task: KeptTask, title: string) => void;
};

function TaskRow({ task: { kept, code, title }, count, onShare, onRemove }: TaskRowProps) {
  if (!kept) return null;
  const name = title || texts.task.titleless;
  const results = texts.teach.resultsOf(count);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <span class="soft">
          {code}, {texts.teach.made(shortDate(kept.madeAt))}
        </span>
      </div>
      <div class="button-row">
        <a
          class="button"
          href={routeHash({ screen: "results", task: code })}
          aria-label={texts.teach.resultsOfTask(name, results)}
        >
          {results}
        </a>
        <button
          type="button"
          class="button quiet"
          aria-label={texts.teach.shareTask(name)}
          onClick={() => onShare(kept)}
        >
          {texts.teach.shareAgain}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-label={texts.teach.removeTask(name)}
          onClick={() => onRemove(kept, name)}
        >
          {texts.teach.remove}
        </button>
      </div>
    </li>
  );
}
