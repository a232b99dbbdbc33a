import type { LetterResult } from "../practice/attempt-record.ts";
import { isRecord } from "../shell/is-record.ts";
import { taskLimits } from "../tasks/task.ts";
import { checkAll, checkItem, checkLetter, type HandIn, type ItemResult } from "./hand-in.ts";
import { handInCode } from "./hand-in-code.ts";
import { readHandIn } from "./hand-in-forms.ts";

/** A task that was begun: what is done of it, so that it can be gone on with after anything. */
export type BegunTask = {
  /** The items in the order in which this learner meets them. */
  items: readonly string[];
  /** Of the items that are done; the next one's index is the length. */
  results: readonly ItemResult[];
  /** Of the letters that are done in the item under way. */
  letters: readonly LetterResult[];
};

/** A task as the learner's browser keeps it. */
export type OwnTask = {
  /** The part of the link that carries the task. */
  encoded: string;
  begun?: BegunTask;
  /** What was finished, the newest first. */
  handIns: readonly HandIn[];
  /** Which of them an inbox has taken, by their ids. */
  delivered: readonly string[];
};

/** Tasks of a learner, the one that was touched last first. */
export type OwnTasks = readonly OwnTask[];

const version = 1;

/** The task of a link; one that was never begun is empty. */
export function ownTask(tasks: OwnTasks, encoded: string): OwnTask {
  return tasks.find((task) => task.encoded === encoded) ?? { encoded, handIns: [], delivered: [] };
}

/** The tasks after one of them has changed; one with nothing left in it is gone. */
export function changeOwnTask(tasks: OwnTasks, encoded: string, how: (task: OwnTask) => OwnTask): OwnTasks {
  const changed = how(ownTask(tasks, encoded));
  const others = tasks.filter((task) => task.encoded !== encoded);
  return changed.begun || changed.handIns.length > 0 ? [changed, ...others] : others;
}

/** A task that goes on from here. */
export function keepBegun(begun: BegunTask): (task: OwnTask) => OwnTask {
  return (task) => ({ ...task, begun });
}

/** A task that is done, and what came of it. */
export function keepFinished(handIn: HandIn): (task: OwnTask) => OwnTask {
  return ({ begun: _, ...task }) => ({ ...task, handIns: [handIn, ...task.handIns] });
}

/** A task of which an inbox has taken a hand-in. */
export function keepDelivered(id: string): (task: OwnTask) => OwnTask {
  return (task) => ({ ...task, delivered: [...new Set([...task.delivered, id])] });
}

/** What is kept of a learner's tasks. */
export function keptOwnTasks(tasks: OwnTasks): object {
  return { version, tasks: tasks.map((task) => ({ ...task, handIns: task.handIns.map(handInCode) })) };
}

/** Tasks from a value that was kept; what is odd in it is left out. */
export function ownTasksOf(value: unknown): OwnTasks {
  if (!isRecord(value) || value.version !== version || !Array.isArray(value.tasks)) return [];
  return value.tasks.flatMap((task) => {
    if (!isRecord(task) || typeof task.encoded !== "string") return [];
    const begun = begunOf(task.begun);
    const handIns = texts(task.handIns).flatMap((code) => readHandIn(code) ?? []);
    const read: OwnTask = {
      encoded: task.encoded,
      ...(begun && { begun }),
      handIns,
      delivered: texts(task.delivered),
    };
    return begun || handIns.length > 0 ? [read] : [];
  });
}

function begunOf(value: unknown): BegunTask | undefined {
  if (!isRecord(value)) return undefined;
  const items = texts(value.items);
  const results = checkAll(value.results, taskLimits.items, checkItem);
  const letters = checkAll(value.letters, taskLimits.wordLength, checkLetter);
  const isWhole = results && letters && results.every(({ item }, index) => item === items[index]);
  const now = items[results?.length ?? 0] ?? "";
  const isOpen = letters?.every(({ letter }, index) => letter === now[index]) && letters.length < now.length;
  return isWhole && isOpen ? { items, results, letters } : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
