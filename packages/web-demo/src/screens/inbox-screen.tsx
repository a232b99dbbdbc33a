import { useEffect, useMemo } from "preact/hooks";
import { addTask } from "../class-results/class-book.ts";
import { classBook } from "../class-results/page-class-book.ts";
import { isInboxKey } from "../tasks/inbox-key.ts";
import { decodeTask, taskCode } from "../tasks/task-link.ts";
import { BadTask } from "../teaching/bad-task.tsx";
import { ResultsScreen } from "./results-screen.tsx";

/** Where a teacher's own link leads: the task and the key to its inbox are kept, and its results are shown. */
export function InboxScreen({ teacherKey, encoded }: { teacherKey: string; encoded: string }) {
  const reading = useMemo(() => decodeTask(encoded), [encoded]);
  const isGood = "task" in reading && isInboxKey(teacherKey);
  useEffect(() => {
    if (!isGood) return;
    const madeAt = new Date().toISOString();
    classBook.change((book) => {
      const before = book.tasks.find((task) => task.encoded === encoded);
      return addTask(book, { encoded, madeAt: before?.madeAt ?? madeAt, teacherKey });
    });
  }, [teacherKey, encoded]);
  if (!("task" in reading)) return <BadTask problem={reading.problem} />;
  if (!isGood) return <BadTask problem="broken" />;
  return <ResultsScreen task={taskCode(reading.task)} />;
}
