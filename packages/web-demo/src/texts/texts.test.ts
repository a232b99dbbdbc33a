import { describe, expect, test } from "bun:test";
import { correctionKeys, letters } from "@signify/core";
import { languages } from "../shell/language.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { everyText, filledText } from "./every-text.ts";

const all = { en, es };

describe.each([...languages])("the texts in %s", (language) => {
  const texts = all[language];

  test("say each something", () => {
    for (const [name, source] of everyText(texts)) {
      const text = filledText(source, 1);
      expect({
        name,
        text: text.trim() === text && text !== "" && !/undefined|NaN|\[object/.test(text),
      }).toEqual({ name, text: true });
    }
  });

  test("say which language they are in", () => {
    expect(texts.language).toBe(language);
  });

  test("describe every letter, and every correction in one short sentence of its own", () => {
    expect(Object.keys(texts.handShapes)).toEqual([...letters]);
    const sentences = correctionKeys.map((key) => texts.corrections[key]);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^.!?]{9,59}\.$/);
    expect(new Set(sentences).size).toBe(correctionKeys.length);
  });

  test("have words to spell and to read, each once, of the letters A to Z", () => {
    for (const list of [texts.word.words, texts.read.words]) {
      const words = list.split(" ");
      expect(words.filter((word) => !/^[A-Z]{3,8}$/.test(word))).toEqual([]);
      expect(words.length).toBeGreaterThan(20);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});

test("each language has the same texts, made of as many values", () => {
  const shape = (texts: object) =>
    [...everyText(texts)].map(
      ([name, text]) => `${name}: ${typeof text} ${typeof text === "function" ? text.length : ""}`,
    );
  expect(shape(es)).toEqual(shape(en));
});

test("no words were left untranslated", () => {
  const spanish = new Map([...everyText(es)].map(([name, text]) => [name, filledText(text, 1)]));
  const same = [...everyText(en)].filter(([name, source]) => {
    const text = filledText(source, 1);
    return /\p{L}{2}/u.test(text) && text === spanish.get(name);
  });
  expect(same.map(([name]) => name)).toEqual(["page.screenTitle", "name", "task.fileName"]);
});

test("one thing is told as one, and two as two", () => {
  expect(en.speed.result(1)).toBe("1 letter in one minute");
  expect(en.speed.result(2)).toBe("2 letters in one minute");
  expect(en.task.intro(1)).toBe("1 item to sign.");
  expect(en.results.added(2)).toBe("2 results added.");
  expect(en.teach.summary(1, 1)).toBe("1 item, 1 letter");
  expect(en.results.summary(2, 3)).toBe("2 learners, 3 letters");
  expect(es.speed.result(1)).toBe("1 letra en un minuto");
  expect(es.results.added(2)).toBe("2 resultados agregados.");
  expect(es.teach.summary(1, 1)).toBe("1 elemento, 1 letra");
});

test("times are told in seconds, shares in percent", () => {
  for (const texts of [en, es]) {
    expect(texts.common.seconds(2440)).toBe("2.4 s");
    expect(texts.live.percent(0.666)).toBe("67 %");
  }
});

test("a result's file is named after who made it", () => {
  expect(en.task.fileName("Ada", "K7F-QX2")).toBe("signify-Ada-K7F-QX2.json");
  expect(en.task.fileName("", "K7F-QX2")).toBe("signify-result-K7F-QX2.json");
});
