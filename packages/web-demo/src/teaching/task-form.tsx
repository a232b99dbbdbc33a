import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Choices } from "../controls/choices.tsx";
import { passMarks } from "../practice/pass-marks.ts";
import { readItems, type Task, taskLimits } from "../tasks/task.ts";
import { texts } from "../texts/texts.ts";

type MarkName = keyof typeof passMarks;

/** Options of {@link TaskForm}. */
export type TaskFormProps = {
  /** Classes that there are tasks for. */
  groups: readonly string[];
  /** For how many days the server keeps results, where it has an inbox. */
  inboxDays: number | undefined;
  /** Told of a task, and whether its results are to come by themselves. */
  onTask: (task: Task, wantsInbox: boolean) => void;
  /** Told when what was made does not hold any more. */
  onEdit: () => void;
};

/** Where a teacher writes a task. */
export function TaskForm({ groups, inboxDays, onTask, onEdit }: TaskFormProps) {
  const title = useSignal("");
  const group = useSignal("");
  const wantsInbox = useSignal(true);
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
      const written = group.value.trim();
      const task: Task = { title: title.value.trim(), items: reading.items, order: order.value, passMark };
      onTask(written ? { ...task, group: written } : task, inboxDays !== undefined && wantsInbox.value);
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
        <label for="task-group">{texts.teach.group}</label>
        <input
          id="task-group"
          type="text"
          list="task-groups"
          maxLength={taskLimits.groupLength}
          placeholder={texts.teach.groupPlaceholder}
          autoComplete="off"
          aria-describedby="task-group-hint"
          value={group.value}
          onInput={(event) => (group.value = event.currentTarget.value)}
        />
        <datalist id="task-groups">
          {groups.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p id="task-group-hint" class="hint">
          {texts.teach.groupHint}
        </p>
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
      {inboxDays !== undefined && (
        <label class="choice tall">
          <input
            type="checkbox"
            checked={wantsInbox.value}
            onChange={(event) => {
              wantsInbox.value = event.currentTarget.checked;
              onEdit();
            }}
          />
          <span>
            <span class="name">{texts.teach.inbox}</span>
            <span class="text">{texts.teach.inboxHint(inboxDays)}</span>
          </span>
        </label>
      )}
      <div class="button-row">
        <button type="submit" class="button primary">
          {texts.teach.create}
        </button>
      </div>
    </form>
  );
}
