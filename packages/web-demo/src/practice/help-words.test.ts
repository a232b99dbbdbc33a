import { expect, test } from "bun:test";
import { texts } from "../texts/texts.ts";
import { helpWords } from "./help-words.ts";

const correction = {
  ...({ target: "A", key: "bend-ring", part: "ring", change: "bend" } as const),
  points: [34],
};

test("nothing is said at first, then what to correct", () => {
  expect(helpWords("A", { level: "none", correction })).toBe("");
  expect(helpWords("A", { level: "hint", correction })).toBe("Bend your ring finger more.");
  expect(helpWords("A", { level: "stuck", correction })).toBe("Bend your ring finger more.");
});

test("where nothing is known to be wrong, the model helps, and at last the words", () => {
  expect(helpWords("A", { level: "hint", correction: undefined })).toBe(texts.help.compare);
  expect(helpWords("A", { level: "stuck", correction: undefined })).toBe(texts.handShapes.A);
});
