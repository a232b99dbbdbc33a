import { useSignal } from "@preact/signals";
import { routeHash } from "../shell/route.ts";
import type { Task } from "../tasks/task.ts";
import { ShareTask } from "../teaching/share-task.tsx";
import { TaskForm } from "../teaching/task-form.tsx";
import { texts } from "../texts/texts.ts";

/** Where a teacher makes a task and shares it. */
export function TeachScreen() {
  const task = useSignal<Task | undefined>(undefined);
  return (
    <div class="screen teach">
      <header class="screen-head">
        <h1>{texts.teach.title}</h1>
        <p class="soft">{texts.teach.hint}</p>
      </header>
      <TaskForm onTask={(made) => (task.value = made)} onEdit={() => (task.value = undefined)} />
      <div class="teach-side">
        {task.value && <ShareTask task={task.value} />}
        <section class="card next-step">
          <p>{texts.teach.resultsHint}</p>
          <a class="button" href={routeHash({ screen: "results" })}>
            {texts.teach.results}
          </a>
        </section>
      </div>
    </div>
  );
}
