import { texts } from "@signify/web-demo/texts";
import type { Page } from "playwright-core";
import { patience } from "./open-page.ts";

/** Chooses what leaves the device, in the settings. */
export async function choosePlace(page: Page, place: keyof typeof texts.settings.places): Promise<void> {
  await page.getByRole("button", { name: texts.navigation.settings }).click();
  await page.getByRole("radio", { name: texts.settings.places[place].name }).check();
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
