import { expect, test } from "bun:test";
import { createHandIn, fileNamePart } from "./create-hand-in.ts";
import { exampleHandIn } from "./example-hand-in.ts";
import { handInFile, readHandIn } from "./hand-in.ts";
import type { Task } from "./task.ts";
import { taskCode } from "./task-link.ts";

const task: Task = { title: "Week 1", items: ["A", "AB"], order: "given", passMark: 0.7 };
const handIn = createHandIn(task, exampleHandIn.results, {
  learner: " Ada ",
  random: Uint32Array.of(1, 35, 36),
  finishedAt: new Date(0),
});

test("a hand-in names its task, its learner and its time", () => {
  expect(handIn).toEqual({
    id: "1z10",
    task: taskCode(task),
    title: "Week 1",
    learner: "Ada",
    finishedAt: "1970-01-01T00:00:00.000Z",
    results: exampleHandIn.results,
  });
});

test("a hand-in can be read", () => {
  expect(readHandIn(handInFile(handIn))).toEqual(handIn);
});

test("a name that is no file name becomes one", () => {
  expect(fileNamePart("Ada Lovelace")).toBe("Ada-Lovelace");
  expect(fileNamePart("=../Ñandú 2")).toBe("-Ñandú-2");
  expect(fileNamePart("")).toBe("");
});
