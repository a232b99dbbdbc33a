import { expect, test } from "bun:test";
import { exampleHandIn } from "../handing-in/example-hand-in.ts";
import { encodeTask } from "../tasks/task-link.ts";
import {
  addFromInbox,
  addHandIns,
  addTask,
  classBookOf,
  emptyBook,
  keptClassBook,
  nameLearners,
  removeHandIns,
  removeTask,
} from "./class-book.ts";

const encoded = encodeTask({ title: "Week 1", items: ["A"], order: "given", passMark: 0.7 });
const madeAt = "2026-11-27T08:00:00.000Z";
const teacherKey = "K".repeat(22);
const second = { ...exampleHandIn, id: "two", learner: "Ben" };

test("tasks, results and names are there the next time", () => {
  let book = addTask(emptyBook, { encoded, madeAt, teacherKey });
  book = addHandIns(book, [exampleHandIn, second]);
  book = nameLearners(book, ["x/Ben"], " Ben B. ");
  const again = classBookOf(JSON.parse(JSON.stringify(keptClassBook(book))));
  expect(again).toEqual(book);
  expect(again.names).toEqual({ "x/Ben": "Ben B." });
});

test("the same result given twice counts once, and the first of one id stays", () => {
  const book = addHandIns(addHandIns(emptyBook, [second]), [
    exampleHandIn,
    { ...second, learner: "Eve" },
    exampleHandIn,
  ]);
  expect(book.handIns).toEqual([second, exampleHandIn]);
});

test("what is removed can be added again", () => {
  const book = addHandIns(addTask(emptyBook, { encoded, madeAt }), [exampleHandIn, second]);
  const less = removeTask(removeHandIns(book, [exampleHandIn]), encoded);
  expect(less).toEqual({ ...emptyBook, handIns: [second], removed: ["one"] });
  expect(addHandIns(less, [exampleHandIn]).handIns).toHaveLength(2);
});

test("an inbox does not bring back what was deleted, and an undo does", () => {
  const book = removeHandIns(addHandIns(emptyBook, [exampleHandIn, second]), [exampleHandIn]);
  const again = classBookOf(JSON.parse(JSON.stringify(keptClassBook(book))));
  expect(addFromInbox(again, [exampleHandIn, second]).handIns).toEqual([second]);
  const undone = addHandIns(again, [exampleHandIn]);
  expect(undone.removed).toEqual([]);
  expect(undone.handIns).toEqual([second, exampleHandIn]);
});

test("a task made again is one task, and keeps the key of its inbox", () => {
  const later = "2026-11-28T08:00:00.000Z";
  const book = addTask(addTask(emptyBook, { encoded, madeAt, teacherKey }), { encoded, madeAt: later });
  expect(book.tasks).toEqual([{ encoded, madeAt: later, teacherKey }]);
});

test("a learner without a given name is called as before", () => {
  const book = nameLearners(nameLearners(emptyBook, ["a", "b"], "Sam"), ["a"], " ");
  expect(book.names).toEqual({ b: "Sam" });
});

test("nonsense is an empty book, and what is odd leaves the rest as it was", () => {
  for (const value of [null, [], 7, {}, { version: 2, tasks: [] }])
    expect(classBookOf(value)).toEqual(emptyBook);
  const { handIns } = keptClassBook(addHandIns(emptyBook, [exampleHandIn])) as { handIns: string[] };
  const odd = {
    version: 1,
    tasks: [
      7,
      { encoded: "x", madeAt },
      { encoded, madeAt: "soon" },
      { encoded, madeAt, teacherKey: "short" },
    ],
    handIns: [7, "2AAA", ...handIns],
    names: { a: 7, b: "x".repeat(41), c: "Cem" },
  };
  expect(classBookOf(odd)).toEqual({
    ...emptyBook,
    tasks: [{ encoded, madeAt }],
    handIns: [exampleHandIn],
    names: { c: "Cem" },
  });
});
