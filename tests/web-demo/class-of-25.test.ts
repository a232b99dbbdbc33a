import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { letters } from "@signify/core";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import type { Browser, Page } from "playwright-core";
import { accessibilityFaults } from "./support/axe.ts";
import { buildPage } from "./support/built-page.ts";
import { doTask, handInLink, makeTask } from "./support/class-steps.ts";
import { openPage } from "./support/open-page.ts";
import { pageCount } from "./support/page-count.ts";

const limit = 300_000;
const learners = Array.from({ length: 25 }, (_, index) => `Learner ${String.fromCharCode(65 + index)}`);
const papers = { A4: [210, 297], Letter: [215.9, 279.4] } as const;
const pixelsPerMillimeter = 96 / 25.4;
const margin = 10;

describe.skipIf(!hasChromium)(`a class of 25 in a browser${withoutChromium}`, () => {
  const home = mkdtempSync(join(tmpdir(), "signify-class-"));
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    const environment = {
      THREAD_POOL_MAX_WORKERS: "1",
      CLASS_INBOX: "true",
      CLASS_INBOX_FILE: join(home, "inbox.sqlite"),
    };
    [server, browser] = await Promise.all([launchServer({ environment }), launchChromium()]);
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    rmSync(home, { recursive: true });
  }, limit);

  /** Five learners at a time do the task, and each hands in by `handIn`. */
  async function everybody<Handed>(link: string, handIn: (page: Page) => Promise<Handed>): Promise<Handed[]> {
    const handed: Handed[] = [];
    for (let first = 0; first < learners.length; first += 5) {
      const group = learners.slice(first, first + 5).map(async (name) => {
        const learner = await doTask(browser, link, { name, letters: 2 });
        const result = await handIn(learner.page);
        await learner.close();
        return result;
      });
      handed.push(...(await Promise.all(group)));
    }
    return handed;
  }
  const untilRows = (page: Page, count: number) =>
    page.waitForFunction((rows) => document.querySelectorAll(".heat-map tbody tr").length === rows, count);

  test(
    "25 results come by themselves, in three steps of the teacher from the task to the print; a chat of them takes one paste",
    async () => {
      const teacher = await openPage(browser, `${server.page}#/teach`);
      const { page } = teacher;
      await page.getByText(texts.teach.inboxHint(30)).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const steps: string[] = [];
      const step = async (name: string, what: () => Promise<unknown>) => {
        await what();
        steps.push(name);
      };
      let link = "";
      await step("write the task", async () => {
        link = await makeTask(page, { title: "Week 1", items: "A B", group: "5b" });
      });
      const links = await everybody(link, async (learner) => {
        await learner.getByRole("button", { name: texts.task.deliver, exact: true }).click();
        await learner.getByText(texts.task.delivered).waitFor();
        return handInLink(learner);
      });
      await step("look at the results", async () => {
        await page.getByRole("link", { name: texts.teach.results }).first().click();
        await untilRows(page, 25);
      });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.evaluate(() => {
        globalThis.print = () => {
          document.title = "printed";
        };
      });
      await step("print", async () => {
        await page.getByRole("button", { name: texts.results.print, exact: true }).click();
        await page.waitForFunction(() => document.title === "printed");
      });
      expect(steps).toHaveLength(3);

      // The teacher's own link, on another device.
      await page.goBack();
      await page.getByRole("button", { name: texts.teach.shareTask("Week 1") }).click();
      const own = await page.getByRole("textbox", { name: texts.teach.teacherLink }).inputValue();
      const elsewhere = await openPage(browser, own);
      await untilRows(elsewhere.page, 25);
      // Deleted here, they stay deleted although the inbox has them.
      await elsewhere.page.getByRole("button", { name: texts.results.clear, exact: true }).click();
      await elsewhere.page.reload();
      await elsewhere.page.getByText(texts.results.inbox.waiting).waitFor();
      await elsewhere.page.getByText(texts.results.empty).waitFor();
      // The inbox is closed: a learner who is late is told, and has the link.
      await elsewhere.page.getByRole("button", { name: texts.results.inbox.close }).click();
      await elsewhere.page.getByRole("button", { name: texts.results.inbox.closeYes }).click();
      await elsewhere.page
        .getByRole("button", { name: texts.results.inbox.closeYes })
        .waitFor({ state: "detached" });
      await elsewhere.close();
      const late = await doTask(browser, link, { name: "Late", letters: 2 });
      await late.page.getByRole("button", { name: texts.task.deliver, exact: true }).click();
      await late.page.getByText(texts.task.deliverProblems.over).waitFor();
      expect(await accessibilityFaults(late.page)).toEqual([]);
      await late.close();

      // The same results from a chat, by one paste where they were never seen, and none twice where they were.
      const chat = links.map((one, index) => `[09:${10 + index}] ${learners[index]} 🙂: here: ${one} 👍`);
      const pasted = [...chat, ...chat.map((line) => `> ${line}`)].join("\n");
      const third = await openPage(browser, `${server.page}#/results`);
      for (const said of [texts.results.added(25), texts.results.alreadyThere]) {
        await third.page.getByRole("textbox", { name: texts.results.paste }).fill(pasted);
        await third.page.getByRole("button", { name: texts.results.addText }).click();
        await third.page.locator(".add-answers", { hasText: said }).waitFor();
        await untilRows(third.page, 25);
      }
      await third.close();
      expect(teacher.faults).toEqual([]);
      await teacher.close();
    },
    limit,
  );

  test(
    "the whole alphabet of 25 learners is printed on one page, upright and sideways, A4 and Letter",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/results`);
      const files = learners.map((learner, index) => ({
        name: `${index}.json`,
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(alphabetOf(learner, index))),
      }));
      await page.locator('input[type="file"]').setInputFiles(files);
      await untilRows(page, 25);
      for (const [format, [width, height]] of Object.entries(papers)) {
        for (const landscape of [false, true]) {
          const pdf = await page.pdf({ format, landscape, printBackground: true });
          expect({ format, landscape, pages: pageCount(pdf) }).toEqual({
            format,
            landscape,
            pages: landscape ? 2 : 1,
          });
          // What is on the first page: the table, none of it wider or higher than the paper, no text wider than its box.
          const [wide, high] = landscape ? [height, width] : [width, height];
          await page.setViewportSize({
            width: Math.floor((wide - 2 * margin) * pixelsPerMillimeter),
            height: Math.floor((high - 2 * margin) * pixelsPerMillimeter),
          });
          await page.emulateMedia({ media: "print" });
          const fits = await page.evaluate(() => {
            const table = document.querySelector(".heat-map")?.getBoundingClientRect();
            const cells = [...document.querySelectorAll(".heat-map :is(th, td)")];
            return {
              inWidth: (table?.right ?? Number.POSITIVE_INFINITY) <= innerWidth + 1,
              inHeight: (table?.bottom ?? Number.POSITIVE_INFINITY) <= innerHeight,
              cut: cells
                .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
                .map((cell) => cell.textContent),
            };
          });
          expect({ format, landscape, ...fits }).toEqual({
            ...{ format, landscape },
            ...{ inWidth: true, inHeight: true, cut: [] },
          });
          await page.emulateMedia({ media: null });
        }
      }
      await close();
    },
    limit,
  );
});

/** A file as a learner saves it who has signed all letters, some of them in vain. */
function alphabetOf(learner: string, number: number): object {
  return {
    ...{ kind: "signify-result", version: 1, id: `r${number}`, learnerId: `l${number}`, task: "K7F-QX2" },
    ...{ title: "The alphabet", learner, finishedAt: "2026-11-27T09:00:00.000Z" },
    results: letters.map((letter, index) => ({
      item: letter,
      letters: [
        {
          letter,
          outcome: (index * 7 + number) % 5 === 0 ? "skipped" : "passed",
          time: 1000 + ((index * 977 + number * 131) % 19_000),
          seenInstead: (index + number) % 3 === 0 ? { S: 1 } : {},
        },
      ],
    })),
  };
}
