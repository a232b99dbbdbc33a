import { expect, test } from "bun:test";
import { letters } from "@signify/core";
import { texts } from "./texts.ts";

/** All texts by their names; those that take values, with 1 for each. */
function* allTexts(part: object, name = ""): Generator<[name: string, text: string]> {
  for (const [key, value] of Object.entries(part)) {
    const path = `${name}${key}`;
    if (typeof value === "function") yield [path, value(...Array(value.length).fill(1))];
    else if (typeof value === "object") yield* allTexts(value, `${path}.`);
    else yield [path, value];
  }
}

test("every text says something", () => {
  for (const [name, text] of allTexts(texts)) {
    expect({
      name,
      text: text.trim() === text && text !== "" && !/undefined|NaN|\[object/.test(text),
    }).toEqual({
      name,
      text: true,
    });
  }
});

test("every letter is described", () => {
  expect(Object.keys(texts.handShapes)).toEqual([...letters]);
});

test("one thing is told as one, and two as two", () => {
  expect(texts.speed.result(1)).toBe("1 letter in one minute");
  expect(texts.speed.result(2)).toBe("2 letters in one minute");
  expect(texts.task.intro(1)).toBe("1 item to sign.");
  expect(texts.results.added(2)).toBe("2 results added.");
  expect(texts.teach.summary(1, 1)).toBe("1 item, 1 letter");
  expect(texts.results.summary(2, 3)).toBe("2 learners, 3 letters");
});

test("times are told in seconds, shares in percent", () => {
  expect(texts.common.seconds(2440)).toBe("2.4 s");
  expect(texts.live.percent(0.666)).toBe("67 %");
});

test("a result's file is named after who made it", () => {
  expect(texts.task.fileName("Ada", "K7F-QX2")).toBe("signify-Ada-K7F-QX2.json");
  expect(texts.task.fileName("", "K7F-QX2")).toBe("signify-result-K7F-QX2.json");
});
