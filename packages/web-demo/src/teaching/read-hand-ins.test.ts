import { expect, test } from "bun:test";
import { exampleHandIn } from "./example-hand-in.ts";
import { handInFile, handInText } from "./hand-in.ts";
import { readHandInFiles, readHandInTexts } from "./read-hand-ins.ts";

const other = { ...exampleHandIn, id: "two" };

test("files are read, and those that are none are named", async () => {
  const files = [
    new File([handInFile(exampleHandIn)], "ada.json"),
    new File(["{}"], "homework.json"),
    new File([handInText(other)], "two.txt"),
  ];
  expect(await readHandInFiles(files)).toEqual({ handIns: [exampleHandIn, other], bad: ["homework.json"] });
});

test("a file that is far too large, or gone, is none", async () => {
  const unreadable = { name: "gone.json", size: 10, text: () => Promise.reject(new Error("gone")) };
  const large = {
    name: "film.json",
    size: 1_000_001,
    text: async () => handInFile(exampleHandIn),
  };
  expect(await readHandInFiles([unreadable, large])).toEqual({
    handIns: [],
    bad: ["gone.json", "film.json"],
  });
});

test("several texts may be pasted at once", () => {
  const pasted = ` ${handInText(exampleHandIn)}\n${handInText(other)} `;
  expect(readHandInTexts(pasted)).toEqual({ handIns: [exampleHandIn, other], bad: false });
});

test("a text that is none is told, and those beside it are read", () => {
  expect(readHandInTexts("")).toEqual({ handIns: [], bad: true });
  expect(readHandInTexts("hello")).toEqual({ handIns: [], bad: true });
  expect(readHandInTexts(`${handInText(other)} SIGNIFY1.cut`)).toEqual({ handIns: [other], bad: true });
});
