import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Choices } from "../controls/choices.tsx";
import { passMarks } from "../practice/pass-marks.ts";
import { readItems, type Task, taskLimits } from "../tasks/task.ts";
import { texts } from "../texts/texts.ts";

type MarkName = keyof typeof passMarks;

/** Where a teacher writes a task; `onEdit` is told when what was made of it does not hold any more. */
export function TaskForm({ onTask, onEdit }: { onTask: (task: Task) => void; onEdit: () => void }) {
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
