import { expect, test } from "bun:test";
import { exampleHandIn, oldExampleText } from "./example-hand-in.ts";
import { handInCode } from "./hand-in-code.ts";
import { handInFile } from "./hand-in-forms.ts";
import { readHandInFiles, readHandInTexts } from "./read-hand-ins.ts";

const other = { ...exampleHandIn, id: "two", learner: "Ben 🖐🏽" };
const third = { ...exampleHandIn, id: "three", learner: "Zoë" };
const old = { ...exampleHandIn, learnerId: "" };
const link = (handIn: typeof exampleHandIn) => `https://learn.example/#/hand-in/${handInCode(handIn)}`;
const inLines = (text: string, length: number, mark: string) =>
  text.replaceAll(new RegExp(`.{${length}}`, "g"), `$&\r\n${mark}`);

test("files are read, and those that are none are named", async () => {
  const files = [
    new File([handInFile(exampleHandIn)], "ada.json"),
    new File(["{}"], "homework.json"),
    new File([`${link(other)}\n${link(third)}`], "chat.txt"),
  ];
  expect(await readHandInFiles(files)).toEqual({
    handIns: [exampleHandIn, other, third],
    bad: ["homework.json"],
  });
});

test("a file that is far too large, or gone, is none", async () => {
  const unreadable = { name: "gone.json", size: 10, text: () => Promise.reject(new Error("gone")) };
  const large = { name: "film.json", size: 1_000_001, text: async () => handInFile(exampleHandIn) };
  expect(await readHandInFiles([unreadable, large])).toEqual({
    handIns: [],
    bad: ["gone.json", "film.json"],
  });
});

test("all results of a chat are found among names, times, emoji and answers, each once", () => {
  const chat = [
    "[27.11.26, 09:02:11] Ada 🦊: Here is mine 👇",
    link(exampleHandIn),
    "",
    "Ben, 9:03 AM",
    `done!! 🎉${link(other)}🎉 (sorry for being late)`,
    "> Ada 🦊:",
    `> ${link(exampleHandIn)}`,
    `Mum: is *${link(third)}* right? …`,
    "hand in what? #/hand-in/",
  ].join("\n");
  expect(readHandInTexts(chat)).toEqual({ handIns: [exampleHandIn, other, third], bad: 1 });
});

test("links that mail programs break into lines and quote, wrap or pass on are read", () => {
  for (const text of [
    inLines(link(other), 40, ""),
    inLines(`> > ${link(other)}`, 76, "> > "),
    `_${link(other)}_`,
    `<${link(other)}>.`,
    `[my result](${link(other)})`,
    `https://safe.example/?url=${encodeURIComponent(link(other))}&data=5`,
    link(other).replace("#", "\n#"),
  ])
    expect(readHandInTexts(text)).toEqual({ handIns: [other], bad: 0 });
});

test("texts of the version before are read, several at once and in lines", () => {
  const second = `SIGNIFY1.${Buffer.from(handInFile(other)).toString("base64url")}`;
  const both = { handIns: [old, other], bad: 0 };
  expect(readHandInTexts(` ${oldExampleText}\n${second} `)).toEqual(both);
  expect(readHandInTexts(`Ada: ${oldExampleText} ok 👍\nBen: _${second}_`)).toEqual(both);
  expect(readHandInTexts(`> ${inLines(oldExampleText, 70, "> ")}\nBen:\n${second}`)).toEqual(both);
});

test("a text that is none is told, and those beside it are read", () => {
  expect(readHandInTexts("")).toEqual({ handIns: [], bad: 0 });
  expect(readHandInTexts("hello")).toEqual({ handIns: [], bad: 0 });
  expect(readHandInTexts(`${link(other)} SIGNIFY1.cut`)).toEqual({ handIns: [other], bad: 1 });
  expect(readHandInTexts(link(other).slice(0, -3))).toEqual({ handIns: [], bad: 1 });
});

test("a long text of nothing but marks takes no time worth telling", () => {
  expect(readHandInTexts("SIGNIFY1.A\n".repeat(20_000)).bad).toBe(20_000);
});
