import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { addTask, type KeptTask } from "../class-results/class-book.ts";
import { classBook } from "../class-results/page-class-book.ts";
import { taskOf } from "../class-results/selection.ts";
import { TaskList } from "../class-results/task-list.tsx";
import { Icon } from "../controls/icon.tsx";
import { inbox } from "../handing-in/page-inbox.ts";
import { inboxKeyOf } from "../tasks/inbox-key.ts";
import type { Task } from "../tasks/task.ts";
import { encodeTask } from "../tasks/task-link.ts";
import { ShareTask } from "../teaching/share-task.tsx";
import { TaskForm } from "../teaching/task-form.tsx";
import { texts } from "../texts/texts.ts";

/** Where a teacher makes tasks, shares them and has them listed. */
export function TeachScreen() {
  const shared = useSignal<KeptTask | undefined>(undefined);
  const inboxDays = useSignal<number | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  useEffect(() => {
    void inbox.days().then((days) => (inboxDays.value = days));
  }, []);

  const keep = (kept: KeptTask) => {
    classBook.change((book) => addTask(book, kept));
    shared.value = kept;
  };
  const make = async (task: Task, wantsInbox: boolean) => {
    problem.value = undefined;
    const madeAt = new Date().toISOString();
    if (!wantsInbox) return keep({ encoded: encodeTask(task), madeAt });
    const [teacherKey, learnerKey] = [newKey(), newKey()];
    const failed = await inbox.open(teacherKey, learnerKey);
    if (failed) problem.value = failed === "full" ? texts.teach.inboxFull : texts.teach.inboxFailed;
    else keep({ encoded: encodeTask({ ...task, inbox: learnerKey }), madeAt, teacherKey });
  };
  const { tasks } = classBook.value.value;
  const groups = [...new Set(tasks.flatMap((kept) => taskOf(kept)?.group ?? []))];
  const task = shared.value && taskOf(shared.value);
  return (
    <div class="screen teach">
      <header class="screen-head">
        <h1>{texts.teach.title}</h1>
        <p class="soft">{texts.teach.hint}</p>
      </header>
      <TaskForm
        groups={groups}
        inboxDays={inboxDays.value}
        onTask={(made, wantsInbox) => void make(made, wantsInbox)}
        onEdit={() => (shared.value = undefined)}
      />
      <div class="teach-side">
        {problem.value && (
          <p class="note bad" role="alert">
            <Icon name="warning" />
            <span class="text">{problem.value}</span>
          </p>
        )}
        {task && <ShareTask task={task} teacherKey={shared.value?.teacherKey} />}
        <TaskList onShare={(kept) => (shared.value = kept)} />
      </div>
    </div>
  );
}

function newKey(): string {
  return inboxKeyOf(crypto.getRandomValues(new Uint8Array(16)));
}
