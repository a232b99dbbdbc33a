import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFile } from "node:fs/promises";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import type { Browser, Page } from "playwright-core";
import { accessibilityFaults } from "./support/axe.ts";
import { buildPage } from "./support/built-page.ts";
import { heldLetters } from "./support/clips.ts";
import { untilPassed } from "./support/letter-diary.ts";
import { openPage } from "./support/open-page.ts";
import { goTo, shownLetter, startCamera } from "./support/steps.ts";

const limit = 120_000;

describe.skipIf(!hasChromium)(`the screens in a browser${withoutChromium}`, () => {
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([
      launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "1" } }),
      heldLetters(["A", "B"], 4).then((clip) => launchChromium({ clip })),
    ]);
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  }, limit);

  test(
    "a word is spelled, letter by letter",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/word`);
      const field = page.getByRole("textbox", { name: texts.word.field });
      await field.fill("b4");
      await page.getByRole("button", { name: texts.word.start }).click();
      await page.getByText(texts.word.problem).waitFor();
      await field.fill("ba");
      await page.getByRole("button", { name: texts.word.start }).click();
      await startCamera(page);
      await page.locator('.letter-row [data-state="passed"]', { hasText: "B" }).waitFor();
      await page.getByRole("heading", { name: /^You spelled BA in/ }).waitFor();
      await close();
    },
    limit,
  );

  test(
    "free spelling writes what it reads",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/free`);
      await startCamera(page);
      await page.waitForFunction(() =>
        /AB|BA/.test(document.querySelector(".free-written")?.textContent ?? ""),
      );
      await page.getByRole("button", { name: texts.free.clear }).click();
      await close();
    },
    limit,
  );

  test(
    "a speed round counts letters and time, skips, and is kept",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/speed`);
      const chooseLetters = (chance: number) =>
        page.evaluate((value) => {
          Math.random = () => value;
        }, chance);
      // The last of the letters, which the camera never shows.
      await chooseLetters(0.99);
      const start = page.getByRole("button", { name: texts.speed.start });
      expect(await start.isDisabled()).toBe(true);
      await startCamera(page);
      await start.click();
      const secondsLeft = async () =>
        Number.parseInt((await page.getByRole("timer").locator("dd").textContent()) ?? "", 10);
      const atFirst = await secondsLeft();
      expect(atFirst).toBeWithin(1, 61);
      expect(await shownLetter(page)).toBe("Y");
      // From now on A, B, A, B …
      await chooseLetters(0);
      await page.getByRole("button", { name: texts.speed.skip, exact: true }).click();
      await untilPassed(page, "A");
      await page.locator(".round-figures dd", { hasText: /^[1-9]\d*$/ }).waitFor();
      expect(await secondsLeft()).toBeLessThan(atFirst);
      await page.getByRole("button", { name: texts.speed.end }).click();
      const result = page.getByRole("heading", { name: /^\d+ letters? in one minute$/ });
      const count = Number.parseInt((await result.textContent()) ?? "", 10);
      expect(count).toBeGreaterThan(0);
      await page.getByText(texts.speed.skipped("Y"), { exact: true }).waitFor();
      await goTo(page, "#/progress");
      await page.getByText(texts.progress.bestRound(count)).waitFor();
      await close();
    },
    limit,
  );

  test(
    "a task is made, shared as a link, done, handed in, and seen in the teacher's heat map",
    async () => {
      const teacher = await openPage(browser, `${server.page}#/teach`);
      const teacherPage = teacher.page;
      await teacherPage.getByRole("button", { name: texts.teach.create }).click();
      await teacherPage.getByText(texts.teach.itemsProblem.empty).waitFor();
      await teacherPage.getByRole("textbox", { name: texts.teach.name }).fill("Week 1");
      await teacherPage.getByRole("textbox", { name: texts.teach.items }).fill("a, bc");
      await teacherPage.getByRole("button", { name: texts.teach.create }).click();
      const link = await teacherPage.getByRole("textbox", { name: texts.teach.link }).inputValue();
      const code = (await teacherPage.locator(".share-code").textContent()) ?? "";
      expect(code).toMatch(/^[A-Z2-9]{3}-[A-Z2-9]{3}$/);
      expect(link).toStartWith(`${server.page}#/task/`);
      await teacherPage.locator("svg.scan-code").waitFor();
      expect(await accessibilityFaults(teacherPage)).toEqual([]);

      const learner = await openPage(browser, link);
      const learnerPage = learner.page;
      await learnerPage.getByRole("heading", { name: "Week 1" }).waitFor();
      await learnerPage.getByText(texts.task.code(code)).waitFor();
      await learnerPage.getByRole("textbox", { name: texts.task.nickname }).fill("=Ada");
      await learnerPage.getByRole("button", { name: texts.task.begin }).click();
      await startCamera(learnerPage);
      await learnerPage.getByText(texts.task.item(2, 2)).waitFor();
      // The camera never shows C.
      await learnerPage.locator(".target-glyph", { hasText: "C" }).waitFor();
      await learnerPage.getByRole("button", { name: texts.task.skip }).click();
      await learnerPage.getByText(texts.task.doneText(2, 3)).waitFor();
      expect(await accessibilityFaults(learnerPage)).toEqual([]);
      const [file] = await Promise.all([
        learnerPage.waitForEvent("download"),
        learnerPage.getByRole("button", { name: texts.task.save }).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`signify--Ada-${code}.json`);
      const saved = await readFile(await file.path());
      const asLink = await learnerPage.getByRole("textbox", { name: texts.task.link }).inputValue();
      await learner.close();

      await goTo(teacherPage, "#/results");
      const [chooser] = await Promise.all([
        teacherPage.waitForEvent("filechooser"),
        teacherPage.getByRole("button", { name: texts.results.addFiles }).click(),
      ]);
      await chooser.setFiles([
        { name: "handed-in.json", mimeType: "application/json", buffer: saved },
        { name: "homework.json", mimeType: "application/json", buffer: Buffer.from("{}") },
      ]);
      await teacherPage.getByText(texts.results.bad("homework.json")).waitFor();
      const row = teacherPage.getByRole("row", { name: /=Ada/ });
      await row.getByRole("cell", { name: texts.results.cell(2, 3), exact: true }).waitFor();
      await row.getByRole("cell", { name: /^0\/1/ }).waitFor();
      await teacherPage.getByRole("textbox", { name: texts.results.paste }).fill(`Ada: ${asLink}`);
      await teacherPage.getByRole("button", { name: texts.results.addText }).click();
      await teacherPage.getByText(texts.results.alreadyThere).first().waitFor();
      expect(await accessibilityFaults(teacherPage)).toEqual([]);
      const [table] = await Promise.all([
        teacherPage.waitForEvent("download"),
        teacherPage.getByRole("button", { name: texts.results.csv }).click(),
      ]);
      const csv = await readFile(await table.path(), "utf8");
      expect(csv).toContain(`"'=Ada",${code},Week 1,`);
      expect(teacher.faults).toEqual([]);
      await teacher.close();
    },
    limit,
  );

  test(
    "a bad task link is explained",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/task/abc`);
      await page.getByText(texts.task.problems.broken).waitFor();
      await close();
    },
    limit,
  );

  test(
    "progress is kept over a reload, shown, and deleted",
    async () => {
      // The camera does not show C, which is next.
      const { page, close } = await openPage(browser, `${server.page}#/practice/B`);
      await startCamera(page);
      await untilPassed(page, "B");
      await page.reload();
      await goTo(page, "#/progress");
      await page.getByText(texts.progress.known(1)).waitFor();
      await page.getByRole("button", { name: texts.progress.remove }).click();
      await page.getByRole("button", { name: texts.progress.removeYes }).click();
      await page.getByText(texts.progress.empty).waitFor();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await close();
    },
    limit,
  );

  test(
    "the page opens without a network after the first load",
    async () => {
      const { page, close } = await openPage(browser, server.page, { serviceWorkers: "allow" });
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.context().setOffline(true);
      await page.reload();
      await page.getByRole("button", { name: texts.camera.start }).waitFor();
      await close();
    },
    limit,
  );

  const headings = {
    "": texts.practice.title,
    word: texts.word.title,
    read: texts.read.title,
    free: texts.free.title,
    speed: texts.speed.title,
    progress: texts.progress.title,
    teach: texts.teach.title,
    results: texts.results.title,
    about: texts.about.title,
    "task/abc": texts.problems.title,
    "results/K7F-QX2": texts.results.title,
    "hand-in/abc": texts.problems.title,
    "inbox/abc/def": texts.problems.title,
    nowhere: texts.notFound.title,
  };
  const looks = [
    { name: "light on a laptop", options: { colorScheme: "light" } },
    { name: "dark on a phone", options: { colorScheme: "dark", viewport: { width: 390, height: 844 } } },
  ] as const;
  test.each(looks)(
    "no screen has an accessibility fault, $name",
    async ({ options }) => {
      const { page, faults, close } = await openPage(browser, server.page, options);
      for (const [screen, heading] of Object.entries(headings)) {
        await goTo(page, `#/${screen}`);
        await page
          .getByRole("heading", { level: 1, name: heading, exact: true })
          .waitFor({ state: "attached" });
        expect({ screen, faults: await accessibilityFaults(page) }).toEqual({ screen, faults: [] });
        expect({ screen, wide: await widerThanWindow(page) }).toEqual({ screen, wide: false });
      }
      await goTo(page, "#/");
      await page.locator(".target-glyph").waitFor();
      await page.getByRole("button", { name: texts.navigation.settings }).click();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole("button", { name: texts.common.close }).click();
      await startCamera(page);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );
});

function widerThanWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}
