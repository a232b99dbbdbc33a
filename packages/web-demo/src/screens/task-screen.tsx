import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { createHandIn } from "../handing-in/create-hand-in.ts";
import type { HandIn, ItemResult } from "../handing-in/hand-in.ts";
import { holdFor } from "../practice/pass-marks.ts";
import { lettersOf } from "../practice/words.ts";
import { settings } from "../shell/page-settings.ts";
import { orderedItems, type Task } from "../tasks/task.ts";
import { decodeTask } from "../tasks/task-link.ts";
import { BadTask } from "../teaching/bad-task.tsx";
import { TaskDone } from "../teaching/task-done.tsx";
import { TaskIntro } from "../teaching/task-intro.tsx";
import { texts } from "../texts/texts.ts";
import { RunView } from "./run-view.tsx";

/** Where a learner does what a teacher's link asks for. */
export function TaskScreen({ encoded }: { encoded: string }) {
  const reading = useMemo(() => decodeTask(encoded), [encoded]);
  return "task" in reading ? (
    <GoodTask key={encoded} task={reading.task} />
  ) : (
    <BadTask problem={reading.problem} />
  );
}

type Step =
  | { name: "intro" }
  | { name: "sign"; items: readonly string[]; results: readonly ItemResult[] }
  | { name: "done"; handIn: HandIn };

function GoodTask({ task }: { task: Task }) {
  const step = useSignal<Step>({ name: "intro" });
  const begin = () => {
    step.value = { name: "sign", items: orderedItems(task, Math.random), results: [] };
  };
  const now = step.value;
  if (now.name === "intro") return <TaskIntro task={task} onBegin={begin} />;
  if (now.name === "done") return <TaskDone handIn={now.handIn} onAgain={begin} />;
  const { items, results } = now;
  const item = items[results.length] ?? "";
  return (
    <div class="screen run">
      <h1 class="visually-hidden">{task.title || texts.task.titleless}</h1>
      <RunView
        key={results.length}
        letters={lettersOf(item)}
        holdFor={holdFor(task.passMark)}
        onDone={(run) => {
          const done = [...results, { item, letters: run.results }];
          step.value =
            done.length < items.length
              ? { name: "sign", items, results: done }
              : { name: "done", handIn: finish(task, done) };
        }}
      >
        <p class="run-title">
          <strong>{task.title || texts.task.titleless}</strong>
          <span class="soft">{texts.task.item(results.length + 1, items.length)}</span>
        </p>
      </RunView>
    </div>
  );
}

function finish(task: Task, results: readonly ItemResult[]): HandIn {
  return createHandIn(task, results, {
    learner: settings.value.nickname,
    random: crypto.getRandomValues(new Uint32Array(3)),
    finishedAt: new Date(),
  });
}
