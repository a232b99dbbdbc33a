import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import type { Browser, Page } from "playwright-core";
import { accessibilityFaults } from "./support/axe.ts";
import { buildPage } from "./support/built-page.ts";
import { openPage } from "./support/open-page.ts";

const limit = 120_000;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const answer = (page: Page) => page.getByRole("textbox", { name: texts.read.answer });
/** Milliseconds of each time that the hand spelled, kept in the page: on a busy machine a short word is over before one looks. */
declare const spellings: number[];
/** From now on words are picked in their order, and it is kept how long the hand spells. */
const firstWords = (page: Page) =>
  page.evaluate(() => {
    Math.random = () => 0;
    const times: number[] = [];
    let begun: number | undefined;
    const look = () => {
      const isSpelling = document.querySelector(".letter-hand-picture[data-spelling]") !== null;
      if (isSpelling) begun ??= performance.now();
      else if (begun !== undefined) {
        times.push(performance.now() - begun);
        begun = undefined;
      }
    };
    const changes = { subtree: true, childList: true, attributeFilter: ["data-spelling"] };
    new MutationObserver(look).observe(document.body, changes);
    Object.assign(globalThis, { spellings: times });
  });
/** Waits until the hand has begun and ended to spell once more, and answers the milliseconds between. */
const untilSpelled = async (page: Page) =>
  (await page.waitForFunction(() => spellings.shift())).jsonValue() as Promise<number>;

describe.skipIf(!hasChromium)(`reading words in a browser${withoutChromium}`, () => {
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

  test(
    "a word is spelled, read with a gentle check, and counted",
    async () => {
      const { page, hosts, faults, close } = await openPage(browser, `${server.page}#/read`);
      await firstWords(page);
      await page.getByRole("radio", { name: texts.read.speeds.fast }).check();
      expect(await button(page, texts.read.check).isDisabled()).toBe(true);
      await button(page, texts.read.start).click();
      await untilSpelled(page);
      // The answer is where one types next; Enter checks it.
      await page.keyboard.type("an");
      await page.keyboard.press("Enter");
      await page.getByText(texts.read.length(3)).waitFor();
      await answer(page).fill("and");
      await page.keyboard.press("Enter");
      await page.getByText(texts.read.almost(2, 3)).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await answer(page).fill(" a-N t");
      await page.keyboard.press("Enter");
      await page.getByText(texts.read.right("ANT")).waitFor();
      await page.getByText(texts.read.score(1, 1)).waitFor();
      await page.getByText(texts.today.count(3, 20)).waitFor();
      // Enter goes on to the next word, which is another one.
      await page.keyboard.press("Enter");
      await untilSpelled(page);
      await button(page, texts.read.show).click();
      await page.getByText(texts.read.shown("APE")).waitFor();
      await page.getByText(texts.read.score(1, 2)).waitFor();
      await page.getByText(texts.read.row(0, 1)).waitFor();
      await page.reload();
      await page.getByText(texts.read.score(1, 2)).waitFor();
      expect(await page.getByRole("radio", { name: texts.read.speeds.fast }).isChecked()).toBe(true);
      expect([...hosts]).toEqual([new URL(server.page).host]);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "a word can be seen again, and slower, and the hand is hidden when it is over",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/read`, {
        reducedMotion: "no-preference",
      });
      await firstWords(page);
      await page.getByRole("radio", { name: texts.read.speeds.fast }).check();
      await button(page, texts.read.start).click();
      await untilSpelled(page);
      const model = page.locator(".read-stage canvas");
      expect(await model.isVisible()).toBe(false);
      await button(page, texts.read.replay).click();
      await untilSpelled(page);
      await button(page, texts.read.slower).click();
      await button(page, texts.read.slower).click();
      // Three letters and the two ways between them, at 1.6² of the fast pace.
      const least = 1.6 ** 2 * (3 * 180 + 2 * 220) - 300;
      await page.waitForFunction((limit) => spellings.some((time) => time > limit), least);
      await close();
    },
    limit,
  );

  const looks = [
    { name: "light on a laptop", options: { colorScheme: "light" } },
    {
      name: "dark on a phone",
      options: { colorScheme: "dark", viewport: { width: 390, height: 664 }, hasTouch: true },
    },
  ] as const;
  test.each(looks)(
    "the hand, its buttons and the answer are seen at once without a fault, $name",
    async ({ options }) => {
      const { page, close } = await openPage(browser, `${server.page}#/read`, options);
      await page.getByRole("radio", { name: texts.read.speeds.slow }).check();
      await button(page, texts.read.start).click();
      // A page that is slow enough has spelled the word already; nothing moves by that.
      await page.getByText(texts.read.watching).or(page.getByText(texts.read.waiting)).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const lowest = await page.evaluate(() => {
        scrollTo(0, 0);
        const bottoms = [".read-stage", "#read-word"].map(
          (name) => document.querySelector(name)?.getBoundingClientRect().bottom ?? Number.NaN,
        );
        const nav = document.querySelector(".page-nav")?.getBoundingClientRect().top ?? 0;
        return Math.max(...bottoms) - (nav > 200 ? nav : innerHeight);
      });
      expect(lowest).toBeLessThanOrEqual(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
      await close();
    },
    limit,
  );
});
