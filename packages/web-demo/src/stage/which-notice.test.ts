import { expect, test } from "bun:test";
import { type NoticeOptions, whichNotice } from "./which-notice.ts";

const fine: NoticeOptions = {
  problem: undefined,
  link: "ok",
  phase: "on",
  slow: false,
  advice: undefined,
  offersPictures: true,
};

test("nothing is told when all is well", () => {
  expect(whichNotice(fine)).toBeUndefined();
});

test("the most important of several is told", () => {
  const all: NoticeOptions = { ...fine, problem: "other", link: "lost", slow: true, advice: "dark" };
  expect(whichNotice(all)).toBe("problem");
  expect(whichNotice({ ...all, problem: undefined })).toBe("link");
  expect(whichNotice({ ...all, problem: undefined, link: "ok" })).toBe("slow");
  expect(whichNotice({ ...fine, advice: "dark" })).toBe("advice");
});

test("slowness is told only where something can be done about it", () => {
  expect(whichNotice({ ...fine, slow: true, offersPictures: false })).toBeUndefined();
  expect(whichNotice({ ...fine, slow: true, offersPictures: false, advice: "dark" })).toBe("advice");
});

test("a camera that is off has neither a link nor advice to tell of", () => {
  expect(whichNotice({ ...fine, phase: "off", link: "lost", advice: "dark" })).toBeUndefined();
  expect(whichNotice({ ...fine, phase: "loading", advice: "dark" })).toBeUndefined();
});
