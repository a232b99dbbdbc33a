import { expect, test } from "bun:test";
import { shownHelp } from "./shown-help.ts";

const recall = { recall: true, revealed: false, level: "none" } as const;

test("with the picture everything is seen from the start", () => {
  expect(shownHelp({ ...recall, recall: false })).toEqual({ hand: true, words: true });
});

test("without it nothing is, until somebody asks or needs it", () => {
  expect(shownHelp(recall)).toEqual({ hand: false, words: false });
  expect(shownHelp({ ...recall, level: "hint" })).toEqual({ hand: false, words: true });
  expect(shownHelp({ ...recall, level: "stuck" })).toEqual({ hand: true, words: true });
  expect(shownHelp({ ...recall, revealed: true })).toEqual({ hand: true, words: true });
});
