import { expect, test } from "bun:test";
import type { Task } from "../tasks/task.ts";
import { taskCode } from "../tasks/task-link.ts";
import { createHandIn, fileNamePart } from "./create-hand-in.ts";
import { exampleHandIn } from "./example-hand-in.ts";
import { handInCode } from "./hand-in-code.ts";
import { handInFile, readHandIn } from "./hand-in-forms.ts";

const task: Task = { title: "Week 1", items: ["A", "AB"], order: "given", passMark: 0.7 };
const signed = exampleHandIn.results.map(({ item, letters }) => ({
  item,
  letters: letters.map((letter) => ({ ...letter, time: letter.time + 49 })),
}));
const handIn = createHandIn(task, signed, {
  learner: " Ada ",
  learnerId: "ada-at-home",
  id: "one",
  finishedAt: new Date(999),
});

test("a hand-in names its task, its learner and its time", () => {
  expect(handIn).toEqual({
    id: "one",
    learnerId: "ada-at-home",
    task: taskCode(task),
    title: "Week 1",
    learner: "Ada",
    finishedAt: "1970-01-01T00:00:00.000Z",
    results: exampleHandIn.results,
  });
});

test("a hand-in is the same in each of its forms", () => {
  expect(readHandIn(handInFile(handIn))).toEqual(handIn);
  expect(readHandIn(handInCode(handIn))).toEqual(handIn);
});

test("a name that is no file name becomes one", () => {
  expect(fileNamePart("Ada Lovelace")).toBe("Ada-Lovelace");
  expect(fileNamePart("=../Ñandú 2")).toBe("-Ñandú-2");
  expect(fileNamePart("")).toBe("");
});
