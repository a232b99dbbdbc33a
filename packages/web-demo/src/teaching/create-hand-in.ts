import type { HandIn, ItemResult } from "./hand-in.ts";
import type { Task } from "./task.ts";
import { taskCode } from "./task-link.ts";

/** What is not known from the task. */
export type HandInOptions = {
  /** What the learner typed as their name. */
  learner: string;
  /** Random numbers from which the id is made. */
  random: Uint32Array;
  finishedAt: Date;
};

/** What a learner hands in who has done all items of a task. */
export function createHandIn(task: Task, results: readonly ItemResult[], options: HandInOptions): HandIn {
  const { learner, random, finishedAt } = options;
  return {
    id: Array.from(random, (part) => part.toString(36)).join(""),
    task: taskCode(task),
    title: task.title,
    learner: learner.trim(),
    finishedAt: finishedAt.toISOString(),
    results,
  };
}

/** The learner's name as a file name may hold it, on any system. */
export function fileNamePart(learner: string): string {
  return learner.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}
