import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { createHandIn } from "../handing-in/create-hand-in.ts";
import type { HandIn, ItemResult } from "../handing-in/hand-in.ts";
import {
  type BegunTask,
  changeOwnTask,
  keepBegun,
  keepFinished,
  type OwnTask,
  ownTask,
} from "../handing-in/own-tasks.ts";
import { learnerId, ownTasks } from "../handing-in/page-own-tasks.ts";
import { randomId } from "../handing-in/random-id.ts";
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
    <GoodTask key={encoded} encoded={encoded} task={reading.task} />
  ) : (
    <BadTask problem={reading.problem} />
  );
}

/** What is done of a task is kept at each letter, so that a reload, another tab and an empty battery cost one letter at most. */
function GoodTask({ task, encoded }: { task: Task; encoded: string }) {
  const isSigning = useSignal(false);
  const { begun, handIns, delivered } = ownTask(ownTasks.value.value, encoded);
  const keep = (how: (own: OwnTask) => OwnTask) =>
    ownTasks.change((tasks) => changeOwnTask(tasks, encoded, how));
  const begin = () => {
    keep(keepBegun({ items: orderedItems(task, Math.random), results: [], letters: [] }));
    isSigning.value = true;
  };
  if (isSigning.value && begun) {
    return (
      <SignTask
        task={task}
        begun={begun}
        onChange={(next) => keep(keepBegun(next))}
        onDone={(results) => {
          keep(keepFinished(finish(task, results)));
          isSigning.value = false;
        }}
      />
    );
  }
  const [latest] = handIns;
  if (latest && !begun) {
    return (
      <TaskDone
        key={latest.id}
        handIn={latest}
        encoded={encoded}
        learnerKey={task.inbox}
        isDelivered={delivered.includes(latest.id)}
        onAgain={begin}
      />
    );
  }
  return (
    <TaskIntro
      task={task}
      done={begun?.results.length}
      onBegin={begun ? () => (isSigning.value = true) : begin}
      onStartAgain={begin}
    />
  );
}

type SignTaskProps = {
  task: Task;
  begun: BegunTask;
  onChange: (begun: BegunTask) => void;
  onDone: (results: readonly ItemResult[]) => void;
};

function SignTask({ task, begun, onChange, onDone }: SignTaskProps) {
  const { items, results, letters } = begun;
  const item = items[results.length] ?? "";
  return (
    <div class="screen run">
      <h1 class="visually-hidden">{task.title || texts.task.titleless}</h1>
      <RunView
        key={results.length}
        letters={lettersOf(item)}
        done={letters}
        holdFor={holdFor(task.passMark)}
        onLetter={(run) => onChange({ ...begun, letters: run.results })}
        onDone={(run) => {
          const done = [...results, { item, letters: run.results }];
          if (done.length < items.length) onChange({ items, results: done, letters: [] });
          else onDone(done);
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
    learnerId: learnerId.get(),
    id: randomId(),
    finishedAt: new Date(),
  });
}
