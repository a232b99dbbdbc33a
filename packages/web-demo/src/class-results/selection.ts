import type { HandIn } from "../handing-in/hand-in.ts";
import type { Task } from "../tasks/task.ts";
import { decodeTask, taskCode } from "../tasks/task-link.ts";
import type { ClassBook, KeptTask } from "./class-book.ts";

/** A task that results are from: one that this browser keeps, or one that only the results name. */
export type KnownTask = { code: string; title: string; group: string; kept: KeptTask | undefined };

/** Which results are shown: all, those of a class, or those of a task. As text `all`, `group:5b` and `task:K7F-QX2`. */
export type Selection = { kind: "all" } | { kind: "group"; group: string } | { kind: "task"; code: string };

/** All tasks of a book: those that are kept, and those of which it has results only. */
export function knownTasks({ tasks, handIns }: ClassBook): KnownTask[] {
  const known = new Map<string, KnownTask>();
  for (const kept of tasks) {
    const task = taskOf(kept);
    if (task)
      known.set(taskCode(task), { code: taskCode(task), title: task.title, group: task.group ?? "", kept });
  }
  for (const { task: code, title } of handIns) {
    if (!known.has(code)) known.set(code, { code, title, group: "", kept: undefined });
  }
  return [...known.values()];
}

/** The task of a link that was read before. */
export function taskOf({ encoded }: KeptTask): Task | undefined {
  const reading = decodeTask(encoded);
  return "task" in reading ? reading.task : undefined;
}

/** The tasks that are selected. */
export function selectedTasks(tasks: readonly KnownTask[], selection: Selection): KnownTask[] {
  if (selection.kind === "all") return [...tasks];
  if (selection.kind === "group") return tasks.filter(({ group }) => group === selection.group);
  return tasks.filter(({ code }) => code === selection.code);
}

/** The results that are selected. */
export function selectedHandIns(book: ClassBook, selection: Selection): HandIn[] {
  const codes = new Set(selectedTasks(knownTasks(book), selection).map(({ code }) => code));
  return book.handIns.filter(({ task }) => codes.has(task));
}

/** A selection as text. */
export function selectionText(selection: Selection): string {
  if (selection.kind === "all") return "all";
  return selection.kind === "group" ? `group:${selection.group}` : `task:${selection.code}`;
}

/** The selection again. */
export function selectionOf(text: string): Selection {
  const [kind, ...rest] = text.split(":");
  if (kind === "group") return { kind, group: rest.join(":") };
  return kind === "task" ? { kind, code: rest.join(":") } : { kind: "all" };
}
