import { texts } from "@signify/web-demo/texts";
import type { Page } from "playwright-core";
import { patience } from "./open-page.ts";

/** Chooses what leaves the device, in the settings. */
export async function choosePlace(page: Page, place: keyof typeof texts.settings.places): Promise<void> {
  await page.getByRole("button", { name: texts.navigation.settings }).click();
  await page.getByRole("radio", { name: texts.settings.places[place].name }).check();
  await page.getByRole("button", { name: texts.common.close }).click();
}

/** Asks for the frame rate and the delay, in the settings. */
export async function showFigures(page: Page): Promise<void> {
  await page.getByRole("button", { name: texts.navigation.settings }).click();
  await page.getByRole("checkbox", { name: texts.settings.figures }).check();
  await page.getByRole("button", { name: texts.common.close }).click();
}

/** Starts the camera and waits until pictures are looked at. */
export async function startCamera(page: Page): Promise<void> {
  await page.getByRole("button", { name: texts.camera.start }).click();
  await page.locator(".stage-picture").waitFor();
  await page.locator(".stage-wait").waitFor({ state: "detached" });
}

/** Waits until the live bar says that the letter was passed. */
export function untilPassed(page: Page, timeout = patience): Promise<void> {
  return page.getByText(texts.live.passed, { exact: true }).waitFor({ timeout });
}

/** The letter that is to be signed. */
export async function shownLetter(page: Page): Promise<string> {
  return (await page.locator(".target-glyph").textContent()) ?? "";
}

/** Goes to a screen by its address, as a link does. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
}

/** Waits until the service worker keeps these files, by the ends of their addresses. */
export async function untilKept(page: Page, files: readonly string[]): Promise<void> {
  await page.waitForFunction(async (wanted) => {
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      kept.push(...(await cache.keys()).map(({ url }) => url));
    }
    return (
      navigator.serviceWorker.controller !== null &&
      wanted.every((end) => kept.some((url) => url.endsWith(end)))
    );
  }, files);
}
