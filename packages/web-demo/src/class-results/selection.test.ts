import { expect, test } from "bun:test";
import { exampleHandIn } from "../handing-in/example-hand-in.ts";
import type { Task } from "../tasks/task.ts";
import { encodeTask, taskCode } from "../tasks/task-link.ts";
import { addHandIns, addTask, emptyBook } from "./class-book.ts";
import { knownTasks, selectedHandIns, selectedTasks, selectionOf, selectionText } from "./selection.ts";

const week1: Task = { title: "Week 1", items: ["A"], order: "given", passMark: 0.7, group: "5b" };
const week2: Task = { title: "Week 2", items: ["B"], order: "given", passMark: 0.7, group: "6:a" };
const madeAt = "2026-11-27T08:00:00.000Z";
const mine = { ...exampleHandIn, id: "1", task: taskCode(week1) };
let book = addHandIns(emptyBook, [mine, exampleHandIn]);
for (const task of [week1, week2]) book = addTask(book, { encoded: encodeTask(task), madeAt });

test("tasks are those that are kept, and those of which there are only results", () => {
  expect(knownTasks(book).map(({ title, group, code }) => ({ title, group, code }))).toEqual([
    { title: "Week 2", group: "6:a", code: taskCode(week2) },
    { title: "Week 1", group: "5b", code: taskCode(week1) },
    { title: "Week 1", group: "", code: "K7F-QX2" },
  ]);
});

test("results are all, those of a class, or those of a task", () => {
  const ids = (text: string) => selectedHandIns(book, selectionOf(text)).map(({ id }) => id);
  expect(ids("all")).toEqual(["1", "one"]);
  expect(ids("group:5b")).toEqual(["1"]);
  expect(ids("group:6:a")).toEqual([]);
  expect(ids("task:K7F-QX2")).toEqual(["one"]);
  expect(selectedTasks(knownTasks(book), selectionOf("group:6:a"))).toHaveLength(1);
});

test("a selection comes back from its text", () => {
  for (const text of ["all", "group:6:a", "task:K7F-QX2"])
    expect(selectionText(selectionOf(text))).toBe(text);
  expect(selectionOf("nonsense")).toEqual({ kind: "all" });
});
