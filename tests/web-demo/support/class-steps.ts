import { texts } from "@signify/web-demo/texts";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openPage } from "./open-page.ts";

/** Makes a task on the screen where teachers do that, and answers its link. */
export async function makeTask(
  page: Page,
  { title, items, group = "" }: { title: string; items: string; group?: string },
): Promise<string> {
  await page.getByRole("textbox", { name: texts.teach.name }).fill(title);
  await page.getByRole("combobox", { name: texts.teach.group }).fill(group);
  await page.getByRole("textbox", { name: texts.teach.items }).fill(items);
  await page.getByRole("button", { name: texts.teach.create }).click();
  return page.getByRole("textbox", { name: texts.teach.link, exact: true }).inputValue();
}

/** Begins a task under a name, as a learner does. */
export async function beginTask(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: texts.task.nickname }).fill(name);
  await page.getByRole("button", { name: texts.task.begin, exact: true }).click();
}

/** Skips so many letters; no camera is needed for that. */
export async function skipLetters(page: Page, count: number): Promise<void> {
  for (let skipped = 0; skipped < count; skipped += 1) {
    await page.getByRole("button", { name: texts.task.skip }).click();
  }
}

/** A learner with a browser of their own who does a task by skipping all of it, at the screen where it is handed in. */
export async function doTask(
  browser: Browser,
  link: string,
  { name, letters }: { name: string; letters: number },
  options: BrowserContextOptions = {},
) {
  const learner = await openPage(browser, link, options);
  await beginTask(learner.page, name);
  await skipLetters(learner.page, letters);
  await learner.page.getByRole("heading", { name: texts.task.done }).waitFor();
  return learner;
}

/** The link with which a learner hands in. */
export function handInLink(page: Page): Promise<string> {
  return page.getByRole("textbox", { name: texts.task.link }).inputValue();
}
