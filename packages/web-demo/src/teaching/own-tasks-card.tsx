import { useSignal } from "@preact/signals";
import { shortDate } from "../controls/short-date.ts";
import { type Undoable, UndoNote } from "../controls/undo-note.tsx";
import { changeOwnTask, type OwnTask } from "../handing-in/own-tasks.ts";
import { ownTasks } from "../handing-in/page-own-tasks.ts";
import { announce } from "../shell/announcer.tsx";
import { routeHash } from "../shell/route.ts";
import { decodeTask } from "../tasks/task-link.ts";
import { texts } from "../texts/texts.ts";

/** The learner's tasks, done and begun, as long as there are any. */
export function OwnTasksCard() {
  const done = useSignal<Undoable | undefined>(undefined);
  const tasks = ownTasks.value.value;
  if (tasks.length === 0 && !done.value) return null;
  const remove = (task: OwnTask, title: string) => {
    ownTasks.change((all) => all.filter(({ encoded }) => encoded !== task.encoded));
    const text = texts.task.ownRemoved(title);
    const undo = () => ownTasks.change((all) => changeOwnTask(all, task.encoded, () => task));
    done.value = { text, undo };
    announce(text);
  };
  return (
    <section class="card task-list" aria-labelledby="own-tasks-title">
      <h2 id="own-tasks-title">{texts.task.own}</h2>
      <p class="soft">{texts.task.ownHint}</p>
      <UndoNote done={done} />
      <ul>
        {tasks.map((task) => {
          const title = titleOf(task);
          return (
            <li key={task.encoded}>
              <div>
                <a
                  href={routeHash({ screen: "task", encoded: task.encoded })}
                  aria-label={texts.task.openOwn(title)}
                >
                  <strong>{title}</strong>
                </a>
                <span class="soft">{stateOf(task)}</span>
              </div>
              <button
                type="button"
                class="button quiet"
                aria-label={texts.task.removeOwnOf(title)}
                onClick={() => remove(task, title)}
              >
                {texts.task.removeOwn}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function titleOf({ encoded }: OwnTask): string {
  const reading = decodeTask(encoded);
  return ("task" in reading && reading.task.title) || texts.task.titleless;
}

function stateOf({ begun, handIns: [latest] }: OwnTask): string {
  if (begun || !latest) return texts.task.ownBegun;
  const letters = latest.results.flatMap((result) => result.letters);
  const passed = letters.filter(({ outcome }) => outcome === "passed").length;
  return texts.task.ownDone(passed, letters.length, shortDate(latest.finishedAt));
}
