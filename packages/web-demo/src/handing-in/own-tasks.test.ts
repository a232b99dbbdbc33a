import { expect, test } from "bun:test";
import { exampleHandIn } from "./example-hand-in.ts";
import {
  type BegunTask,
  changeOwnTask,
  keepBegun,
  keepDelivered,
  keepFinished,
  keptOwnTasks,
  type OwnTasks,
  ownTask,
  ownTasksOf,
} from "./own-tasks.ts";

const [first] = exampleHandIn.results;
const begun: BegunTask = {
  items: ["A", "AB"],
  results: first ? [first] : [],
  letters: [{ letter: "A", outcome: "passed", time: 2345, seenInstead: { S: 1 } }],
};
const again = (tasks: OwnTasks) => ownTasksOf(JSON.parse(JSON.stringify(keptOwnTasks(tasks))));

test("a task that was begun is gone on with at the same letter after a reload", () => {
  const tasks = changeOwnTask([], "week1", keepBegun(begun));
  expect(ownTask(again(tasks), "week1").begun).toEqual(begun);
  expect(ownTask(tasks, "week2")).toEqual({ encoded: "week2", handIns: [], delivered: [] });
});

test("a task that is done keeps what came of it, also when it is done again, and what an inbox has", () => {
  let tasks = changeOwnTask([], "week1", keepBegun(begun));
  tasks = changeOwnTask(tasks, "week1", keepFinished(exampleHandIn));
  tasks = changeOwnTask(tasks, "week1", keepDelivered("one"));
  tasks = changeOwnTask(tasks, "week1", keepDelivered("one"));
  tasks = changeOwnTask(tasks, "week2", keepBegun(begun));
  const second = { ...exampleHandIn, id: "two" };
  tasks = changeOwnTask(tasks, "week1", keepFinished(second));
  expect(tasks.map(({ encoded }) => encoded)).toEqual(["week1", "week2"]);
  expect(ownTask(again(tasks), "week1")).toEqual({
    encoded: "week1",
    handIns: [second, exampleHandIn],
    delivered: ["one"],
  });
});

test("a task with nothing left in it is gone", () => {
  const tasks = changeOwnTask([], "week1", keepFinished(exampleHandIn));
  expect(changeOwnTask(tasks, "week1", (task) => ({ ...task, handIns: [] }))).toEqual([]);
});

test("nonsense is nothing, and one odd part leaves the others as they were", () => {
  for (const value of [null, [], 7, { version: 2, tasks: [] }, { version: 1 }])
    expect(ownTasksOf(value)).toEqual([]);
  const kept = (task: object) =>
    ownTasksOf({ version: 1, tasks: [7, { encoded: "x", handIns: [], ...task }] })[0]?.begun;
  expect(kept({ begun })).toEqual(begun);
  for (const wrong of [
    { items: ["B", "AB"] },
    { items: ["A"] },
    { letters: [...begun.letters, ...begun.letters] },
    { results: 5 },
    { letters: [{}] },
  ])
    expect(kept({ begun: { ...begun, ...wrong } })).toBeUndefined();
});
