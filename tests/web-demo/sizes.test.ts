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
import { wallPicture } from "../support/pictures.ts";
import { buildPage } from "./support/built-page.ts";
import { letterPicture } from "./support/clips.ts";
import { openPage } from "./support/open-page.ts";
import { type Box, boxOf, coveredParts, overlap, within } from "./support/places.ts";
import { goTo, startCamera } from "./support/steps.ts";

const limit = 120_000;
/** What is in the console though the page is not who says it: the graphics driver, and what stops the service worker. */
const notThePage = ["GL Driver Message", "blocked by Playwright"];
const sizes = {
  "a laptop at 200 %": { width: 683, height: 384 },
  "a phone upright with browser bars": { width: 390, height: 664 },
  "a phone sideways": { width: 844, height: 390 },
  "a phone sideways with browser bars": { width: 844, height: 340 },
  "a low laptop": { width: 1366, height: 625 },
};

describe.skipIf(!hasChromium)(`the page at every size${withoutChromium}`, () => {
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    // A hand for a while, then none: long enough for what is said when no hand is seen.
    const clip = await writeClip([
      { jpeg: await Bun.file(letterPicture("C")).bytes(), frames: 4 * clipFramesPerSecond },
      { jpeg: await wallPicture(), frames: 12 * clipFramesPerSecond },
    ]);
    [server, browser] = await Promise.all([
      launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "1" } }),
      launchChromium({ clip }),
    ]);
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  }, limit);

  test.each(Object.entries(sizes))(
    "on %s the letter, the picture and the bar are seen at once, and a notice moves nothing",
    async (_name, viewport) => {
      const { page, faults, close } = await openPage(browser, `${server.page}#/practice/B`, { viewport });
      const said: string[] = [];
      page.on("console", (message) => {
        if (!notThePage.some((part) => message.text().includes(part))) said.push(message.text());
      });
      await page.locator(".letter-hand canvas").waitFor();
      expect(await seenAtOnce(page)).toEqual(fine);
      await startCamera(page);
      const places: Places[] = [];
      // Nothing is said while the hand is seen, something when it is gone.
      for (const notices of [".notices:empty", ".notices:has(.note)"]) {
        await page.locator(notices).waitFor({ state: "attached" });
        expect(await seenAtOnce(page)).toEqual(fine);
        places.push(await placesOf(page));
      }
      expect(places[1]).toEqual(places[0]!);
      const stage = await boxOf(page, ".stage");
      expect(within(await boxOf(page, ".notices .note"), stage)).toBe(true);
      expect(overlap(await boxOf(page, ".notices .note"), await boxOf(page, ".stage-controls"))).toBe(false);
      expect(said).toEqual([]);
      expect(faults).toEqual([]);

      await goTo(page, "#/word");
      await page.getByRole("textbox", { name: texts.word.field }).fill("bookkeeperssuccesses");
      await page.getByRole("button", { name: texts.word.start }).click();
      await page.locator(".target-glyph", { hasText: "B" }).waitFor();
      expect(await seenAtOnce(page)).toEqual(fine);
      await close();
    },
    limit,
  );

  test.each(Object.entries(sizes))(
    "on %s nothing of the other screens is out of reach",
    async (_name, viewport) => {
      const { page, close } = await openPage(browser, server.page, { viewport });
      for (const screen of ["word", "read", "free", "speed", "progress", "teach", "results", "about"]) {
        await goTo(page, `#/${screen}`);
        await page.locator("main .screen h1").waitFor();
        expect({ screen, covered: await coveredParts(page, "main") }).toEqual({ screen, covered: [] });
      }
      await goTo(page, "#/practice/A");
      expect(await coveredParts(page, "main")).toEqual([]);
      await page.getByRole("button", { name: texts.navigation.settings }).click();
      expect(await coveredParts(page, "dialog")).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "forced colors show how full the bar is, which letter is current, and which screen",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/practice/C`, {
        forcedColors: "active",
      });
      await startCamera(page);
      const color = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor);
      const [bar, held, letter, otherLetter, screen, otherScreen] = await Promise.all(
        [
          ".live-bar",
          ".live-held",
          ".letter-strip [aria-current]",
          ".letter-strip button:not([aria-current])",
          ".page-nav [aria-current]",
          ".page-nav a:not([aria-current])",
        ].map(color),
      );
      expect(held).not.toBe(bar!);
      expect(letter).not.toBe(otherLetter!);
      expect(screen).not.toBe(otherScreen!);
      await close();
    },
    limit,
  );
});

type Places = Record<"letter" | "stage" | "bar" | "hand", Box>;

const fine = { within: true, apart: true };

async function placesOf(page: Page): Promise<Places> {
  const [letter, stage, bar, hand] = await Promise.all(
    [".target-glyph", ".stage", ".live-bar", ".target-hand"].map((selector) => boxOf(page, selector)),
  );
  if (!letter || !stage || !bar || !hand) throw new Error("expected four boxes");
  return { letter, stage, bar, hand };
}

/** Whether the letter, the picture and the bar lie in the window, clear of each other and of the page's bars. */
async function seenAtOnce(page: Page): Promise<typeof fine> {
  const { letter, stage, bar } = await placesOf(page);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const window = { left: 0, top: 0, right: width, bottom: height };
  const seen = [letter, stage, bar];
  const bars = [await boxOf(page, ".page-nav"), await boxOf(page, ".brand")];
  const pairs = seen.flatMap((one, index) =>
    [...seen.slice(index + 1), ...bars].map((other) => [one, other]),
  );
  return {
    within: seen.every((box) => within(box, window)),
    apart: !pairs.some(([one, other]) => one && other && overlap(one, other)),
  };
}
