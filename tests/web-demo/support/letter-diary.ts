import { texts } from "@signify/web-demo/texts";
import type { BrowserContext, Page } from "playwright-core";
import { until } from "../../support/with-deadline.ts";
import { describePage } from "./describe-page.ts";

/** What a page has shown since it was loaded, in order: letters to sign, and letters that were passed. */
export type LetterDiary = { shown: string[]; passed: string[] };

declare global {
  var letterDiary: LetterDiary;
}

/**
 * Has every page keep a diary. "Got it!" and a letter that is to be signed may be gone before anyone who asks now and then
 * has looked; a diary misses neither.
 */
export async function keepLetterDiary(context: BrowserContext): Promise<void> {
  await context.addInitScript((passedWord) => {
    const diary: LetterDiary = { shown: [], passed: [] };
    globalThis.letterDiary = diary;
    let letter = "";
    let wasPassed = false;
    const look = () => {
      const shown = document.querySelector(".target-glyph")?.textContent ?? "";
      const isPassed = document.querySelector(".live-word")?.textContent === passedWord;
      if (isPassed && !wasPassed) diary.passed.push(shown);
      if (shown !== "" && shown !== letter) diary.shown.push(shown);
      letter = shown;
      wasPassed = isPassed;
    };
    new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  }, texts.live.passed);
}

/** What the page has shown so far. */
export function readLetterDiary(page: Page): Promise<LetterDiary> {
  return page.evaluate(() => globalThis.letterDiary);
}

/** Waits until the live bar has said that the letter was passed, so many times since the page was loaded. */
export async function untilPassed(page: Page, letter: string, times = 1): Promise<void> {
  await untilWritten(page, "passed", letter, times);
}

/** Waits until the letter was to be signed. */
export async function untilShown(page: Page, letter: string): Promise<void> {
  await untilWritten(page, "shown", letter, 1);
}

async function untilWritten(page: Page, what: keyof LetterDiary, letter: string, times: number) {
  const written = async () => {
    const diary = await readLetterDiary(page);
    return diary[what].filter((one) => one === letter).length >= times;
  };
  await until(`${letter} to be ${what} ${times} times`, written, 100).catch(async (error: Error) => {
    const diary = JSON.stringify(await readLetterDiary(page));
    throw new Error(`${error.message} It was ${diary}. ${await describePage(page)}`);
  });
}
