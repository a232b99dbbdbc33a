import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { en } from "@signify/web-demo/texts/en";
import { es } from "@signify/web-demo/texts/es";
import { everyText, filledText } from "@signify/web-demo/texts/every-text";
import type { Browser, Page } from "playwright-core";
import { accessibilityFaults } from "./support/axe.ts";
import { buildPage } from "./support/built-page.ts";
import { beginTask, makeTask, skipLetters } from "./support/class-steps.ts";
import { heldLetters } from "./support/clips.ts";
import { openPage } from "./support/open-page.ts";
import { goTo } from "./support/steps.ts";
import { toldWords, wordsOf } from "./support/told-words.ts";

const limit = 180_000;
const wordsIn = (texts: object) =>
  wordsOf([...everyText(texts)].map(([, text]) => filledText(text, 1)).join("\n"));
const spanishWords = wordsIn(es);
/** What is English and nothing else. */
const englishWords = new Set([...wordsIn(en)].filter((word) => !spanishWords.has(word)));

const screens = {
  "": es.practice.title,
  "practice/J": es.practice.title,
  word: es.word.title,
  read: es.read.title,
  free: es.free.title,
  speed: es.speed.title,
  hand: es.myHand.title,
  progress: es.progress.title,
  teach: es.teach.title,
  results: es.results.title,
  "task/abc": es.problems.title,
  about: es.about.title,
  nowhere: es.notFound.title,
};

async function expectSpanish(page: Page, screen: string): Promise<void> {
  const told = await toldWords(page);
  expect({ screen, english: [...told].filter((word) => englishWords.has(word)) }).toEqual({
    screen,
    english: [],
  });
  expect([...told].filter((word) => spanishWords.has(word)).length).toBeGreaterThan(10);
}

const languageOf = (page: Page) =>
  page.evaluate(() => [
    document.documentElement.lang,
    document.title,
    document.querySelector("meta[name=description]")?.getAttribute("content"),
  ]);

describe.skipIf(!hasChromium)(`the page in Spanish${withoutChromium}`, () => {
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([
      launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "1" } }),
      heldLetters(["A"], 1).then((clip) => launchChromium({ clip })),
    ]);
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  }, limit);

  test(
    "is what a browser in Spanish gets, with no English word on any screen",
    async () => {
      expect(englishWords.size).toBeGreaterThan(500);
      const { page, faults, close } = await openPage(browser, server.page, {
        locale: "es-MX",
        viewport: { width: 390, height: 664 },
      });
      expect(await languageOf(page)).toEqual(["es", es.page.title, es.page.description]);
      for (const [screen, heading] of Object.entries(screens)) {
        await goTo(page, `#/${screen}`);
        await page
          .getByRole("heading", { level: 1, name: heading, exact: true })
          .waitFor({ state: "attached" });
        await expectSpanish(page, screen);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect({ screen, wide }).toEqual({ screen, wide: false });
      }
      await goTo(page, "#/practice/A");
      await page.getByRole("button", { name: es.ways.choose(es.ways.all) }).click();
      await expectSpanish(page, "what to practice");
      await page.getByRole("button", { name: es.common.close }).click();
      await page.getByRole("button", { name: es.navigation.settings }).click();
      await expectSpanish(page, "settings");
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole("button", { name: es.common.close }).click();
      await page.getByRole("button", { name: es.camera.start }).click();
      await page.locator("body", { hasText: es.today.count(1, 20) }).waitFor();
      await expectSpanish(page, "a letter that was passed");
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "is chosen in the settings, kept, and taken back; a task in progress goes on",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/teach`);
      const loaded: string[] = [];
      page.on("request", (request) => loaded.push(request.url()));
      const spanishFile = () => loaded.filter((address) => /\/es-[\w-]+\.js$/.test(address)).length;
      const choose = async (settings: string, language: string) => {
        await page.getByRole("button", { name: settings }).click();
        await page.getByRole("radio", { name: language }).click();
      };
      await page.goto(await makeTask(page, { title: "1", items: "A B C" }));
      await page.reload();
      expect(await languageOf(page)).toEqual([
        "en",
        en.page.screenTitle(en.task.titleless),
        en.page.description,
      ]);
      await beginTask(page, "Ada");
      await skipLetters(page, 1);
      expect(spanishFile()).toBe(0);

      await choose(en.navigation.settings, "Español");
      await page.getByText(es.task.goOnHint(2, 3)).waitFor();
      expect(await languageOf(page)).toEqual([
        "es",
        es.page.screenTitle(es.task.titleless),
        es.page.description,
      ]);
      expect(spanishFile()).toBe(1);
      await page.getByRole("button", { name: es.task.goOn }).click();
      await page.locator(".target-glyph", { hasText: "B" }).waitFor();
      await page.reload();
      await page.getByRole("button", { name: es.task.goOn }).waitFor();
      await expectSpanish(page, "a task");
      await goTo(page, "#/results");
      await page.getByRole("heading", { level: 1, name: es.results.title }).waitFor();

      await choose(es.navigation.settings, "English");
      await page.getByRole("heading", { level: 1, name: en.results.title }).waitFor();
      expect((await languageOf(page))[0]).toBe("en");
      await close();
    },
    limit,
  );
});
