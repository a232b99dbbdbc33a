import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import {
  clipFramesPerSecond,
  hasChromium,
  launchChromium,
  withoutChromium,
  writeClip,
} from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { accessibilityFaults } from "./support/axe.ts";
import { buildPage } from "./support/built-page.ts";
import { beginTask, doTask, handInLink, makeTask, skipLetters } from "./support/class-steps.ts";
import { openPage } from "./support/open-page.ts";
import { goTo } from "./support/steps.ts";

const limit = 120_000;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const names = (page: Page) => page.locator(".heat-map tbody th").allTextContents();
const untilRows = (page: Page, count: number) =>
  page.waitForFunction((rows) => document.querySelectorAll(".heat-map tbody tr").length === rows, count);

describe.skipIf(!hasChromium)(`teaching in a browser${withoutChromium}`, () => {
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([
      launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "1" } }),
      launchChromium(),
    ]);
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  }, limit);

  /** The link of a task that was made in a browser of its own. */
  async function taskLink(items: string): Promise<string> {
    const teacher = await openPage(browser, `${server.page}#/teach`);
    const link = await makeTask(teacher.page, { title: "Week 1", items });
    await teacher.close();
    return link;
  }

  test(
    "a task goes on at the same letter after a reload, and its result is there after another",
    async () => {
      const { page, faults, close } = await openPage(browser, await taskLink("A BC D"));
      await beginTask(page, "Ada");
      await skipLetters(page, 2);
      await page.locator(".target-glyph", { hasText: "C" }).waitFor();
      // Another screen, and then the battery.
      await page.getByRole("link", { name: texts.navigation.free }).click();
      await page.goBack();
      await page.reload();
      await page.getByText(texts.task.goOnHint(2, 3)).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await button(page, texts.task.goOn).click();
      await page.locator(".target-glyph", { hasText: "C" }).waitFor();
      await page.getByText(texts.task.item(2, 3)).waitFor();
      await skipLetters(page, 2);
      await page.locator("main").getByText(texts.task.doneText(0, 4)).waitFor();
      const link = await handInLink(page);
      await page.reload();
      await page.locator("main").getByText(texts.task.doneText(0, 4)).waitFor();
      expect(await handInLink(page)).toBe(link);

      // Listed, deleted on purpose, and back by an undo.
      await goTo(page, "#/progress");
      await page.getByRole("link", { name: texts.task.openOwn("Week 1") }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await button(page, texts.task.removeOwnOf("Week 1")).click();
      await button(page, texts.common.undo).click();
      await page.getByRole("link", { name: texts.task.openOwn("Week 1") }).click();
      expect(await handInLink(page)).toBe(link);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "tasks and classes are listed after a reload, shared again, deleted, and back by an undo",
    async () => {
      const { page, faults, close } = await openPage(browser, `${server.page}#/teach`);
      const first = await makeTask(page, { title: "Week 1", items: "A B", group: "5b" });
      await makeTask(page, { title: "Week 1", items: "A B", group: "6a" });
      await page.reload();
      await page.getByRole("heading", { name: texts.results.showGroup("6a") }).waitFor();
      await page
        .getByRole("listitem")
        .filter({ hasText: "Week 1" })
        .first()
        .getByRole("button", { name: texts.teach.shareTask("Week 1") })
        .click();
      expect(await page.getByRole("textbox", { name: texts.teach.link, exact: true }).inputValue()).toBe(
        first,
      );
      expect(await accessibilityFaults(page)).toEqual([]);
      await button(page, texts.teach.removeTask("Week 1")).first().click();
      await page.getByRole("heading", { name: texts.results.showGroup("5b") }).waitFor({ state: "detached" });
      await button(page, texts.common.undo).click();
      await page.getByRole("heading", { name: texts.results.showGroup("5b") }).waitFor();
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "a learner's link adds the result by being opened, once, also beside the list in another tab",
    async () => {
      const learner = await doTask(browser, await taskLink("A B"), { name: "Ada", letters: 2 });
      expect(await accessibilityFaults(learner.page)).toEqual([]);
      const link = await handInLink(learner.page);
      await learner.close();

      const teacher = await openPage(browser, `${server.page}#/results`);
      const tab = await teacher.page.context().newPage();
      await tab.goto(link);
      await tab.locator("main").getByText(texts.results.handedIn.added("Ada", "Week 1")).waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
      // The list learns of it without a reload.
      await untilRows(teacher.page, 1);
      await button(tab, texts.common.undo).click();
      await tab.locator("main").getByText(texts.results.handedIn.removed).waitFor();
      await teacher.page.getByText(texts.results.empty).waitFor();
      await tab.reload();
      await tab.locator("main").getByText(texts.results.handedIn.added("Ada", "Week 1")).waitFor();
      await tab.reload();
      await tab.locator("main").getByText(texts.results.handedIn.again("Ada", "Week 1")).waitFor();
      await untilRows(teacher.page, 1);
      await teacher.page.reload();
      await untilRows(teacher.page, 1);
      await tab.goto(link.slice(0, -2));
      await tab.getByText(texts.results.handedIn.bad).waitFor();
      expect(teacher.faults).toEqual([]);
      await teacher.close();
    },
    limit,
  );

  test(
    "a learner's code is read by the teacher's camera, once however long it is held up",
    async () => {
      const learner = await doTask(browser, await taskLink("A B C"), { name: "Ada", letters: 3 });
      const drawn = await learner.page.locator(".hand-in-code svg").screenshot();
      await learner.close();
      const code = await sharp(drawn).resize(520, 520).rotate(7, { background: "#777" }).toBuffer();
      const scene = { create: { width: 1280, height: 720, channels: 3, background: "#777" } } as const;
      const jpeg = await sharp(scene)
        .composite([{ input: code }])
        .blur(0.8)
        .jpeg({ quality: 80 })
        .toBuffer();
      const clip = await writeClip([{ jpeg, frames: clipFramesPerSecond }]);
      await using camera = await launchChromium({ clip });
      const { page, faults, close } = await openPage(camera, `${server.page}#/results`);
      await button(page, texts.results.scan).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText(texts.results.scanned("Ada")).waitFor();
      await dialog.getByText(texts.results.scannedCount(1)).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await button(page, texts.results.scanDone).click();
      expect(await names(page)).toEqual(["Ada"]);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "a camera that is denied is explained where codes are scanned",
    async () => {
      await using blind = await launchChromium({ allowCamera: false });
      const { page, close } = await openPage(blind, `${server.page}#/results`);
      await button(page, texts.results.scan).click();
      await page.getByText(texts.problems["camera-denied"]).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "two learners of one name are told apart, renamed, opened, sorted, deleted, and back by an undo",
    async () => {
      const task = await taskLink("A B");
      const links: string[] = [];
      for (const name of ["Sam", "Kim", "Sam"]) {
        const learner = await doTask(browser, task, { name, letters: 2 });
        links.push(await handInLink(learner.page));
        await learner.close();
      }
      const { page, faults, close } = await openPage(browser, `${server.page}#/results`);
      const chat = [
        `[09:02] Sam 🦊: ${links[0]} 🎉`,
        `> Kim wrote: *${links[1]}*`,
        `9:05 Sam: ${links[2]}`,
        links[0],
      ];
      await page.getByRole("textbox", { name: texts.results.paste }).fill(chat.join("\n"));
      await button(page, texts.results.addText).click();
      await page.getByText(texts.results.added(3)).first().waitFor();
      expect(await names(page)).toEqual(["Kim", "Sam", texts.results.numbered("Sam", 2)]);

      await button(page, texts.results.openLearner(texts.results.numbered("Sam", 2))).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText(texts.results.learnerSum(0, 2)).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await dialog.getByRole("textbox", { name: texts.results.rename }).fill("Sam Becker");
      await button(page, texts.results.renameDo).click();
      await dialog.getByRole("heading", { name: "Sam Becker" }).waitFor();
      await button(page, texts.common.close).click();
      await page.reload();
      await untilRows(page, 3);
      expect(await names(page)).toEqual(["Kim", "Sam", "Sam Becker"]);

      await button(page, texts.results.sortBy("B")).click();
      expect(await page.locator('th[aria-sort="ascending"]').textContent()).toBe("B");
      await page.getByRole("combobox", { name: texts.results.order }).selectOption("weakest");

      await button(page, texts.results.openLearner("Kim")).click();
      await button(page, texts.results.removeLearner).click();
      await untilRows(page, 2);
      await button(page, texts.common.undo).click();
      await untilRows(page, 3);
      await button(page, texts.results.clear).click();
      await page.getByText(texts.results.empty).waitFor();
      await button(page, texts.common.undo).click();
      await untilRows(page, 3);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );
});
