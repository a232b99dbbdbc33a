import type { Task } from "../tasks/task.ts";
import { taskCode } from "../tasks/task-link.ts";
import type { HandIn, ItemResult } from "./hand-in.ts";

/** What is not known from the task. */
export type HandInOptions = {
  /** What the learner typed as their name. */
  learner: string;
  learnerId: string;
  /** Random and of no other hand-in. */
  id: string;
  finishedAt: Date;
};

/** What a learner hands in who has done all items of a task, as exact as a link can say it: tenths of a second. */
export function createHandIn(task: Task, results: readonly ItemResult[], options: HandInOptions): HandIn {
  const { learner, finishedAt, ...ids } = options;
  return {
    ...ids,
    task: taskCode(task),
    title: task.title,
    learner: learner.trim(),
    finishedAt: new Date(Math.floor(finishedAt.getTime() / 1000) * 1000).toISOString(),
    results: results.map(({ item, letters }) => ({
      item,
      letters: letters.map((letter) => ({ ...letter, time: Math.round(letter.time / 100) * 100 })),
    })),
  };
}

/** The learner's name as a file name may hold it, on any system. */
export function fileNamePart(learner: string): string {
  return learner.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}
