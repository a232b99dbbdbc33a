import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Choices } from "../parts/choices.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { ScanCode } from "../parts/scan-code.tsx";
import { routeHash } from "../routing/route.ts";
import { passMarks, readItems, type Task, taskLimits } from "../tasks/task.ts";
import { encodeTask, taskCode } from "../tasks/task-link.ts";
import { texts } from "../texts/texts.ts";

type MarkName = keyof typeof passMarks;

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

function TaskForm({ onTask, onEdit }: { onTask: (task: Task) => void; onEdit: () => void }) {
  const title = useSignal("");
  const items = useSignal("");
  const order = useSignal<Task["order"]>("given");
  const mark = useSignal<MarkName>("usual");
  const problem = useSignal<string | undefined>(undefined);
  const itemsField = useRef<HTMLTextAreaElement>(null);

  const submit = (event: Event) => {
    event.preventDefault();
    const reading = readItems(items.value);
    if ("items" in reading) {
      problem.value = undefined;
      const passMark = passMarks[mark.value];
      onTask({ title: title.value.trim(), items: reading.items, order: order.value, passMark });
      return;
    }
    const words = texts.teach.itemsProblem[reading.problem];
    problem.value = typeof words === "string" ? words : words(reading.item ?? "");
    itemsField.current?.focus();
  };

  return (
    <form class="card form" noValidate onSubmit={submit} onInput={onEdit}>
      <div class="field">
        <label for="task-title">{texts.teach.name}</label>
        <input
          id="task-title"
          type="text"
          maxLength={taskLimits.titleLength}
          placeholder={texts.teach.namePlaceholder}
          autoComplete="off"
          value={title.value}
          onInput={(event) => (title.value = event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="task-items">{texts.teach.items}</label>
        <textarea
          ref={itemsField}
          id="task-items"
          rows={3}
          spellcheck={false}
          autoCapitalize="characters"
          value={items.value}
          aria-invalid={problem.value !== undefined}
          aria-describedby="task-items-hint"
          onInput={(event) => {
            items.value = event.currentTarget.value;
            problem.value = undefined;
          }}
        />
        <p
          id="task-items-hint"
          class={problem.value ? "problem" : "hint"}
          role={problem.value ? "alert" : undefined}
        >
          {problem.value ?? texts.teach.itemsHint}
        </p>
      </div>
      <div class="form-pair">
        <Choices
          legend={texts.teach.order}
          name="order"
          value={order.value}
          options={[
            { value: "given", name: texts.teach.orderGiven },
            { value: "shuffled", name: texts.teach.orderShuffled },
          ]}
          onChange={(value) => {
            order.value = value;
            onEdit();
          }}
        />
        <Choices
          legend={texts.teach.passMark}
          name="pass-mark"
          value={mark.value}
          options={(Object.keys(passMarks) as MarkName[]).map((value) => ({
            value,
            name: texts.teach.passMarks[value],
          }))}
          onChange={(value) => {
            mark.value = value;
            onEdit();
          }}
        />
      </div>
      <div class="button-row">
        <button type="submit" class="button primary">
          {texts.teach.create}
        </button>
      </div>
    </form>
  );
}

function ShareTask({ task }: { task: Task }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const hash = routeHash({ screen: "task", encoded: encodeTask(task) });
  const address = `${location.origin}${location.pathname}${hash}`;
  const code = taskCode(task);
  useEffect(() => heading.current?.focus(), [address]);
  return (
    <section class="card share" aria-labelledby="share-title">
      <h2 ref={heading} id="share-title" tabIndex={-1}>
        {task.title || texts.teach.share}
      </h2>
      <p class="soft">{texts.teach.summary(task.items.join("").length, task.items.length)}</p>
      <div class="share-codes">
        <ScanCode text={address} label={texts.teach.scan} />
        <div>
          <p class="share-label">{texts.teach.code}</p>
          <p class="share-code">{code}</p>
          <p class="soft small">{texts.teach.codeHint}</p>
        </div>
      </div>
      <div class="field">
        <label for="task-link">{texts.teach.link}</label>
        <input
          ref={field}
          id="task-link"
          type="text"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <div class="button-row no-print">
        <CopyButton text={address} label={texts.teach.copy} done={texts.teach.copied} field={field} />
        <button type="button" class="button" onClick={() => print()}>
          {texts.teach.print}
        </button>
        <a class="button quiet" href={hash}>
          {texts.teach.open}
        </a>
      </div>
    </section>
  );
}
