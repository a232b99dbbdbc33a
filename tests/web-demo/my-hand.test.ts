import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFile } from "node:fs/promises";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import type { Browser, Page } from "playwright-core";
import { until } from "../support/with-deadline.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { buildPage } from "./support/built-page.ts";
import { heldLetters } from "./support/clips.ts";
import { untilPassed } from "./support/letter-diary.ts";
import { openPage } from "./support/open-page.ts";
import { choosePlace, goTo, startCamera } from "./support/steps.ts";

const limit = 120_000;

/** The hand that this browser keeps. */
const keptHand = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem("signify.hand") ?? "null")) as Promise<{
    model: Record<string, string>;
    letters: Record<string, string[]>;
  } | null>;
const untilTaught = (page: Page, letters: string) =>
  until(
    `${letters} to be taught`,
    async () =>
      [...letters].every(async (letter) => letter in ((await keptHand(page))?.letters ?? {})) &&
      Object.keys((await keptHand(page))?.letters ?? {}).join("") === letters,
  );
const button = (page: Page, name: string) => page.getByRole("button", { name });

describe.skipIf(!hasChromium)(`teaching it your hand in a browser${withoutChromium}`, () => {
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

  test.each(["device", "landmarks", "pictures"] as const)(
    "a letter is learned where nothing leaves but %s, is kept here only, and is read by from then on",
    async (place) => {
      const { page, hosts, faults, close } = await openPage(browser, `${server.page}#/hand/A`);
      await choosePlace(page, place);
      await startCamera(page);
      await untilTaught(page, "A");
      const hand = await keptHand(page);
      expect(JSON.stringify(hand).length).toBeLessThan(500);
      // Back in the practice of the letter, which passes; also after the page was loaded anew.
      await untilPassed(page, "A");
      await page.reload();
      await startCamera(page);
      await untilPassed(page, "A");
      expect(await keptHand(page)).toEqual(hand);
      expect([...hosts]).toEqual([new URL(server.page).host]);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "a wrong sign is not learned and is told what it looks like; a teacher may insist, and then it is read",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/hand/Y`);
      await startCamera(page);
      await page.getByText(texts.myHand.looksLike("Y", "A"), { exact: true }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await keptHand(page)).toBeNull();
      await button(page, texts.myHand.insist).click();
      await untilTaught(page, "Y");
      await untilPassed(page, "Y");
      await close();
    },
    limit,
  );

  test(
    "a letter that fails three times offers to be taught, and the keyboard alone is enough",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/practice/Y`);
      await startCamera(page);
      const offer = page.getByRole("link", { name: texts.myHand.offerYes("Y") });
      await offer.waitFor();
      await offer.focus();
      await page.keyboard.press("Enter");
      const insist = button(page, texts.myHand.insist);
      await insist.waitFor();
      await insist.focus();
      await page.keyboard.press("Enter");
      await untilTaught(page, "Y");
      await untilPassed(page, "Y");
      await close();
    },
    limit,
  );

  test(
    "the hand is seen, saved, deleted and loaded again",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/hand`);
      await button(page, texts.myHand.teachAll).click();
      await startCamera(page);
      await untilTaught(page, "A");
      await button(page, texts.myHand.skip).click();
      await button(page, texts.myHand.end).click();
      await page.getByRole("link", { name: texts.myHand.letter("A", true) }).waitFor();
      await page.getByRole("link", { name: texts.myHand.letter("B", false) }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);

      const download = page.waitForEvent("download");
      await button(page, texts.myHand.save).click();
      const path = (await (await download).path()) ?? "";
      const hand = await keptHand(page);
      expect(JSON.parse(await readFile(path, "utf8"))).toEqual(hand);

      await button(page, texts.myHand.remove).click();
      await button(page, texts.myHand.removeYes).click();
      await page.getByRole("link", { name: texts.myHand.letter("A", false) }).waitFor();
      expect(await keptHand(page)).toBeNull();

      const file = page.locator('input[type="file"]');
      await file.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
      await page.getByText(texts.myHand.badFile).waitFor();
      await file.setInputFiles(path);
      await page.getByRole("link", { name: texts.myHand.letter("A", true) }).waitFor();
      expect(await keptHand(page)).toEqual(hand);

      // In the settings too, and gone with everything else.
      await button(page, texts.navigation.settings).click();
      await page.getByRole("dialog").getByText(texts.myHand.taught(1, 24)).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await button(page, texts.common.close).click();
      await goTo(page, "#/progress");
      await button(page, texts.progress.remove).click();
      await button(page, texts.progress.removeYes).click();
      expect(await keptHand(page)).toBeNull();
      await close();
    },
    limit,
  );

  test(
    "a hand of another letter model is not used, and says so",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/hand`);
      const old = { model: { name: "letters", version: "0", digest: "old" }, letters: { A: ["fwA="] } };
      const buffer = Buffer.from(JSON.stringify(old));
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: "old.json", mimeType: "application/json", buffer });
      await goTo(page, "#/practice/A");
      await startCamera(page);
      await untilPassed(page, "A");
      await goTo(page, "#/hand");
      await page.getByText(texts.myHand.strange).waitFor();
      await close();
    },
    limit,
  );
});
