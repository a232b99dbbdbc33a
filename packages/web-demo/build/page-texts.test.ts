import { expect, test } from "bun:test";
import { texts } from "../src/texts/texts.ts";
import { fillPageTexts } from "./page-texts.ts";

test("the texts of the page stand where their names were", () => {
  const html = '<html lang="en"><title>%title%</title><noscript>%noScript%</noscript></html>';
  expect(fillPageTexts(html)).toBe(
    `<html lang="${texts.language}"><title>${texts.page.title}</title><noscript>${texts.page.noScript}</noscript></html>`,
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
