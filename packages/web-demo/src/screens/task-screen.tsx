import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { announce } from "../parts/announcer.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { RunView } from "../parts/run-view.tsx";
import { saveFile } from "../parts/save-file.ts";
import { routeHash } from "../routing/route.ts";
import { changeSettings, settings } from "../settings/settings.ts";
import { type HandIn, handInFile, handInText, type ItemResult, nicknameLength } from "../tasks/hand-in.ts";
import { lettersOf, orderedItems, type Task } from "../tasks/task.ts";
import { decodeTask, type TaskLinkProblem, taskCode } from "../tasks/task-link.ts";
import { texts } from "../texts/texts.ts";

/** Where a learner does what a teacher's link asks for. */
export function TaskScreen({ encoded }: { encoded: string }) {
  const reading = useMemo(() => decodeTask(encoded), [encoded]);
  return "task" in reading ? (
    <GoodTask key={encoded} task={reading.task} />
  ) : (
    <BadTask problem={reading.problem} />
  );
}

function BadTask({ problem }: { problem: TaskLinkProblem }) {
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1>{texts.problems.title}</h1>
        <p>{texts.task.problems[problem]}</p>
        <div class="button-row">
          <a class="button primary" href={routeHash({ screen: "practise" })}>
            {texts.task.toPractice}
          </a>
        </div>
      </section>
    </div>
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
        passMark={task.passMark}
        onDone={(run) => {
          const done = [...results, { item, letters: run.results }];
          step.value =
            done.length < items.length
              ? { name: "sign", items, results: done }
              : { name: "done", handIn: handInOf(task, done) };
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

function handInOf(task: Task, results: readonly ItemResult[]): HandIn {
  return {
    id: Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join(""),
    task: taskCode(task),
    title: task.title,
    learner: settings.value.nickname.trim(),
    finishedAt: new Date().toISOString(),
    results,
  };
}

function TaskIntro({ task, onBegin }: { task: Task; onBegin: () => void }) {
  return (
    <div class="screen narrow">
      <form
        class="card form"
        onSubmit={(event) => {
          event.preventDefault();
          onBegin();
        }}
      >
        <header class="screen-head">
          <h1>{task.title || texts.task.titleless}</h1>
          <p class="soft">
            {texts.task.intro(task.items.length)} {texts.task.code(taskCode(task))}.
          </p>
        </header>
        {task.order === "given" && (
          <ul class="task-items">
            {task.items.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
          </ul>
        )}
        <div class="field">
          <label for="nickname">{texts.task.nickname}</label>
          <input
            id="nickname"
            type="text"
            maxLength={nicknameLength}
            autoComplete="nickname"
            value={settings.value.nickname}
            aria-describedby="nickname-hint"
            onInput={(event) => changeSettings({ nickname: event.currentTarget.value })}
          />
          <p id="nickname-hint" class="hint">
            {texts.task.nicknameHint}
          </p>
        </div>
        <div class="button-row">
          <button type="submit" class="button primary large">
            {texts.task.begin}
          </button>
        </div>
      </form>
    </div>
  );
}

function TaskDone({ handIn, onAgain }: { handIn: HandIn; onAgain: () => void }) {
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
              const learner = handIn.learner.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
              saveFile(texts.task.fileName(learner, handIn.task), "application/json", handInFile(handIn));
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
