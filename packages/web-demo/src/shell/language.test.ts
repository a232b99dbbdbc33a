import { expect, test } from "bun:test";
import { languageOf } from "./language.ts";

test("the browser's first language that the page speaks is taken", () => {
  expect(languageOf("browser", ["es-MX", "en"])).toBe("es");
  expect(languageOf("browser", ["de", "ES", "en-US"])).toBe("es");
  expect(languageOf("browser", ["en-GB", "es"])).toBe("en");
});

test("no language of the page is English", () => {
  for (const wanted of [[], ["de", "est"], [""]]) expect(languageOf("browser", wanted)).toBe("en");
});

test("what somebody chose goes before the browser's languages", () => {
  expect(languageOf("en", ["es"])).toBe("en");
  expect(languageOf("es", ["en"])).toBe("es");
});
