import { expect, test } from "bun:test";
import { en } from "../src/texts/en.ts";
import { es } from "../src/texts/es.ts";
import { fillPageTexts } from "./page-texts.ts";

test("the texts of the page stand where their names were", () => {
  const html = '<title>%title%</title><noscript>%noScript% <p lang="es">%noScriptInSpanish%</p></noscript>';
  expect(fillPageTexts(html)).toBe(
    `<title>${en.page.title}</title><noscript>${en.page.noScript} <p lang="es">${es.page.noScript}</p></noscript>`,
  );
});

test("what is no name of a text stays", () => {
  expect(fillPageTexts("width: 50%; %nothing% 100%")).toBe("width: 50%; %nothing% 100%");
});

test("texts cannot break out of an attribute", () => {
  expect(fillPageTexts('<meta content="%title%" />', { title: `"><b>&` })).toBe(
    '<meta content="&quot;&gt;&lt;b&gt;&amp;" />',
  );
});
