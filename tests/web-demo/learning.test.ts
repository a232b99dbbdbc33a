import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import type { Browser, Page } from "playwright-core";
import { until } from "../support/with-deadline.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { buildPage } from "./support/built-page.ts";
import { heldLetters } from "./support/clips.ts";
import { countColor } from "./support/count-color.ts";
import { untilPassed } from "./support/letter-diary.ts";
import { openPage } from "./support/open-page.ts";
import { choosePlace, goTo, shownLetter, startCamera } from "./support/steps.ts";

const limit = 120_000;
const phone = { viewport: { width: 390, height: 664 }, colorScheme: "dark" } as const;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const openSettings = (page: Page) => button(page, texts.navigation.settings).click();
const close = (page: Page) => button(page, texts.common.close).click();
const chooseWay = async (page: Page, now: string, next: string) => {
  await button(page, texts.ways.choose(now)).click();
  await page.getByRole("radio", { name: new RegExp(`^${next}`) }).check();
  await close(page);
};
const kept = (page: Page, key: string) =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? "null"), key) as Promise<Record<
    string,
    unknown
  > | null>;

/** What the learner needs to see at once, and whether all of it is in sight above the row of screens. */
const allInSight = (page: Page) =>
  page.evaluate(() => {
    scrollTo(0, 0);
    const nav = document.querySelector(".page-nav")?.getBoundingClientRect();
    const bottom = nav && nav.top > 200 ? nav.top : innerHeight;
    return [".target-glyph", ".target-hand", ".stage", ".live-word", ".live-bar"].every((name) => {
      const box = document.querySelector(name)?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= bottom;
    });
  });

describe.skipIf(!hasChromium)(`learning letters in a browser${withoutChromium}`, () => {
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([
      launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "1" } }),
      heldLetters(["A"], 4).then((clip) => launchChromium({ clip })),
    ]);
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  }, limit);

  test(
    "who comes for the first time is asked for their hand and the view, once, and need not answer",
    async () => {
      const first = await openPage(browser, server.page);
      const { page } = first;
      const hand = page.getByRole("group", { name: texts.question.hand });
      await hand.waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await hand.getByRole("button", { name: texts.settings.hands.left }).click();
      const view = page.getByRole("group", { name: texts.question.view });
      expect(await accessibilityFaults(page)).toEqual([]);
      await view.getByRole("button", { name: texts.question.views.front }).click();
      await view.waitFor({ state: "detached" });
      expect(await kept(page, "signify.settings")).toMatchObject({ hand: "left", view: "front" });
      await page.reload();
      await button(page, texts.camera.start).waitFor();
      expect(await hand.or(view).count()).toBe(0);
      await openSettings(page);
      expect(await page.getByRole("radio", { name: texts.settings.hands.left }).isChecked()).toBe(true);
      expect(await page.getByRole("radio", { name: texts.question.views.front }).isChecked()).toBe(true);
      await first.close();

      const second = await openPage(browser, server.page, phone);
      await second.page.getByRole("group", { name: texts.question.hand }).waitFor();
      expect(await accessibilityFaults(second.page)).toEqual([]);
      await startCamera(second.page);
      await untilPassed(second.page, "A");
      await second.close();
    },
    limit,
  );

  test.each([
    { name: "a laptop", options: {} },
    { name: "a phone", options: phone },
  ])(
    "nobody stays stuck: the best guess, a hint, then everything there is, on $name",
    async ({ options }) => {
      const {
        page,
        faults,
        close: closePage,
      } = await openPage(browser, `${server.page}#/practice/S`, options);
      await startCamera(page);
      await page.locator(".live-guess", { hasText: texts.live.looksLike("A") }).waitFor();
      expect(await page.locator(".stage-help").textContent()).toBe("");
      expect(await allInSight(page)).toBe(true);
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();

      await page.locator('.stage-help[data-level="hint"]').waitFor();
      expect(await page.locator(".stage-help").textContent()).not.toBe("");
      expect(await button(page, texts.help.skip).count()).toBe(0);

      await page.locator('.stage-help[data-level="stuck"]').waitFor();
      const skip = button(page, texts.help.skip);
      await skip.waitFor();
      await page.getByRole("link", { name: texts.myHand.offerYes("S") }).waitFor();
      await button(page, texts.help.slowly).click();
      expect(await allInSight(page)).toBe(true);
      // Help that comes moves nothing away, but for the few pixels of one more line.
      expect(Math.abs((await height()) - before)).toBeLessThan(16);
      expect(await accessibilityFaults(page)).toEqual([]);

      await skip.click();
      await page.locator(".target-glyph", { hasText: "T" }).waitFor();
      expect(await kept(page, "signify.progress")).toMatchObject({
        letters: { S: { passed: 0, skipped: 1 } },
      });
      expect(faults).toEqual([]);
      await closePage();
    },
    limit,
  );

  test(
    "a correction is one sentence, and its finger is marked on the picture and on the model",
    async () => {
      const { page, close: closePage } = await openPage(browser, `${server.page}#/practice/S`);
      await page.locator(".letter-hand-controls").waitFor();
      // The server's messages pass through, and corrections of the letter that it read last are put among them.
      type Prediction = { sequence: number; epoch: number; target: string };
      let last: Prediction | undefined;
      let send = (_text: string) => {};
      const correct = (correction: object) =>
        send(JSON.stringify({ type: "correction", ...last, strength: 0.8, ...correction }));
      await page.routeWebSocket(/\/v1\/recognize/, (socket) => {
        send = (text) => socket.send(text);
        socket.connectToServer().onMessage((message) => {
          const told = typeof message === "string" ? JSON.parse(message) : {};
          // What the server itself would correct depends on the letter model.
          if (told.type === "correction") return;
          socket.send(message);
          if (told.type !== "prediction") return;
          last = { sequence: told.sequence, epoch: told.epoch, target: told.target };
        });
      });
      const orange = (selector: string) => countColor(page, selector, [255, 149, 0]);
      await choosePlace(page, "landmarks");
      await startCamera(page);
      await page.locator(".live-guess", { hasText: "A" }).waitFor();
      await until("an S to be asked for", () => last?.target === "S");
      expect(await orange(".stage-picture")).toBe(0);
      const points = [13, 14, 15, 16, 34, 35, 36, 37];
      correct({ key: "bend-ring", part: "ring", change: "bend", points });
      await page.getByText(texts.corrections["bend-ring"], { exact: true }).waitFor();
      await until(
        "the finger to be marked on the picture",
        async () => (await orange(".stage-picture")) > 50,
      );
      await until("the finger to be marked on the model", async () => (await orange(".target-hand")) > 50);
      expect(await accessibilityFaults(page)).toEqual([]);

      correct({ key: null, part: null, change: null, points: [] });
      await page.getByText(texts.corrections["bend-ring"], { exact: true }).waitFor({ state: "detached" });
      await until("the mark to be gone", async () => (await orange(".stage-picture")) === 0);
      await closePage();
    },
    limit,
  );

  test(
    "passing is seen and felt, unless vibration is switched off",
    async () => {
      const { page, close: closePage } = await openPage(browser, `${server.page}#/practice/S`);
      await page.evaluate(() => {
        Object.assign(globalThis, { pulses: [] as unknown[], badges: 0 });
        Object.defineProperty(navigator, "vibrate", {
          value: (times: unknown) => (globalThis as unknown as { pulses: unknown[] }).pulses.push(times),
        });
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes)
            for (const node of addedNodes)
              if ((node as Element).classList?.contains("passed-badge"))
                (globalThis as unknown as { badges: number }).badges += 1;
        }).observe(document, { childList: true, subtree: true });
      });
      const seen = () =>
        page.evaluate(() => {
          const { pulses, badges } = globalThis as unknown as { pulses: unknown[]; badges: number };
          return { pulses: pulses.length, badges };
        });
      await startCamera(page);
      await goTo(page, "#/practice/A");
      await untilPassed(page, "A");
      expect(await seen()).toEqual({ pulses: 1, badges: 1 });
      await openSettings(page);
      await page.getByRole("checkbox", { name: texts.settings.vibrate }).uncheck();
      await close(page);
      await goTo(page, "#/practice/S");
      await goTo(page, "#/practice/A");
      await untilPassed(page, "A", 2);
      expect(await seen()).toEqual({ pulses: 1, badges: 2 });
      await closePage();
    },
    limit,
  );

  test(
    "the ghost of the letter stands over the picture where that is wanted, and is remembered",
    async () => {
      const { page, close: closePage } = await openPage(browser, `${server.page}#/practice/S`);
      await page.locator(".letter-hand-controls").waitFor();
      await startCamera(page);
      const painted = () =>
        page.evaluate(() => {
          const canvas = document.querySelector<HTMLCanvasElement>(".stage-ghost");
          const { width = 0, height = 0 } = canvas ?? {};
          const pixels = canvas?.getContext("2d")?.getImageData(0, 0, width || 1, height || 1).data ?? [];
          let count = 0;
          for (let index = 3; index < pixels.length; index += 4) if ((pixels[index] ?? 0) > 0) count += 1;
          return count;
        });
      await page.locator(".live-guess", { hasText: "A" }).waitFor();
      expect(await painted()).toBe(0);
      const ghost = page.getByRole("button", { name: texts.help.ghost });
      await ghost.click();
      await until("a ghost to be drawn", async () => (await painted()) > 1000);
      expect(await ghost.getAttribute("aria-pressed")).toBe("true");
      expect(await kept(page, "signify.settings")).toMatchObject({ ghost: true });
      await ghost.click();
      await until("the ghost to be gone", async () => (await painted()) === 0);
      await closePage();
    },
    limit,
  );

  test(
    "without the picture the hand and the words are hidden until somebody asks or is stuck",
    async () => {
      const { page, close: closePage } = await openPage(browser, `${server.page}#/practice/S`, phone);
      await button(page, texts.ways.choose(texts.ways.all)).click();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole("checkbox", { name: texts.ways.recall }).check();
      await close(page);
      const model = page.getByRole("img", { name: texts.reference.label("S") });
      const words = page.getByText(texts.handShapes.S);
      expect([await model.isVisible(), await words.isVisible()]).toEqual([false, false]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await button(page, texts.help.reveal).click();
      await model.waitFor();
      expect(await words.isVisible()).toBe(true);
      // Another letter is hidden again, until one is stuck with it.
      await button(page, texts.practice.next).click();
      const next = page.getByRole("img", { name: texts.reference.label("T") });
      expect(await next.isVisible()).toBe(false);
      await startCamera(page);
      await next.waitFor();
      expect(await page.locator(".stage-help").getAttribute("data-level")).toBe("stuck");
      await closePage();
    },
    limit,
  );

  test(
    "levels open one after the other, lead on, and can all be opened at once",
    async () => {
      const { page, close: closePage } = await openPage(browser, server.page);
      const passed = { passed: 1, skipped: 0, seenInstead: {} };
      await page.evaluate((progress) => localStorage.setItem("signify.progress", JSON.stringify(progress)), {
        version: 1,
        letters: { B: passed, C: passed, L: passed, O: passed },
      });
      await page.reload();
      await chooseWay(page, texts.ways.all, texts.ways.level(1));
      expect(await shownLetter(page)).toBe("A");
      await button(page, texts.ways.choose(texts.ways.level(1))).click();
      const level = (number: number) =>
        page.getByRole("radio", { name: new RegExp(`^${texts.ways.level(number)}`) });
      expect(await level(2).isDisabled()).toBe(true);
      expect(await accessibilityFaults(page)).toEqual([]);
      await close(page);
      await startCamera(page);
      await untilPassed(page, "A");
      const goOn = button(page, texts.ways.next(2));
      await goOn.waitFor();
      await page.locator(".target-glyph", { hasText: "B" }).waitFor();
      await goOn.click();
      expect(await shownLetter(page)).toBe("D");
      await button(page, texts.practice.next).click();
      expect(await shownLetter(page)).toBe("F");

      await button(page, texts.ways.choose(texts.ways.level(2))).click();
      expect(await level(4).isDisabled()).toBe(true);
      await close(page);
      await openSettings(page);
      await page.getByRole("checkbox", { name: texts.settings.openAll }).check();
      expect(await accessibilityFaults(page)).toEqual([]);
      await close(page);
      await chooseWay(page, texts.ways.level(2), texts.ways.level(5));
      expect(await shownLetter(page)).toBe("J");
      await closePage();
    },
    limit,
  );

  test(
    "the weakest letters come again and again",
    async () => {
      const { page, close: closePage } = await openPage(browser, server.page);
      const letters = Object.fromEntries(
        Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (letter) => [
          letter,
          { passed: 5, skipped: "HKMQTX".includes(letter) ? 5 : 0, seenInstead: {} },
        ]),
      );
      await page.evaluate((progress) => localStorage.setItem("signify.progress", JSON.stringify(progress)), {
        version: 1,
        letters,
      });
      await page.reload();
      await chooseWay(page, texts.ways.all, texts.ways.weak);
      const seen = [await shownLetter(page)];
      for (let step = 0; step < 6; step += 1) {
        await button(page, texts.practice.next).click();
        seen.push(await shownLetter(page));
      }
      expect(seen.join("")).toBe("HKMQTXH");
      await closePage();
    },
    limit,
  );

  test(
    "today's goal is counted, reached and kept in a row of days on this device alone",
    async () => {
      const { page, hosts, close: closePage } = await openPage(browser, `${server.page}#/practice/S`);
      await page.evaluate(() => {
        const day = (before: number) => {
          const date = new Date(Date.now() - before * 86_400_000);
          const two = (number: number) => String(number).padStart(2, "0");
          return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
        };
        const today = { version: 1, day: day(0), count: 19, streak: 2, reachedOn: day(1) };
        localStorage.setItem("signify.today", JSON.stringify(today));
      });
      await page.reload();
      await page.getByText(texts.today.count(19, 20)).waitFor();
      await page.getByText(texts.today.streak(2)).waitFor();
      // It is announced, and the next announcement may take its place before anybody has looked.
      const announced = page.evaluate(
        (text) =>
          new Promise<void>((resolve) => {
            new MutationObserver(() => {
              if (document.body.textContent?.includes(text)) resolve();
            }).observe(document.body, { childList: true, characterData: true, subtree: true });
          }),
        texts.today.reached,
      );
      await goTo(page, "#/practice/A");
      await startCamera(page);
      await page.getByText(texts.today.count(20, 20)).waitFor();
      await page.getByText(texts.today.streak(3)).waitFor();
      await announced;
      await goTo(page, "#/progress");
      await page.getByRole("heading", { name: texts.today.title }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await openSettings(page);
      await page.getByRole("radio", { name: texts.today.goals[0] }).check();
      await close(page);
      expect(await page.getByText(texts.today.streak(3)).count()).toBe(0);
      expect([...hosts]).toEqual([new URL(server.page).host]);
      await closePage();
    },
    limit,
  );
});
