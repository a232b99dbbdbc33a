import { texts } from "@signify/web-demo/texts";
import type { Page } from "playwright-core";
import { until } from "../../support/with-deadline.ts";
import { readLetterDiary, untilPassed } from "./letter-diary.ts";

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

/** Chooses a letter to practice, whether it is done or not, and waits until it is passed from now on. */
export async function passLetter(page: Page, letter: string): Promise<void> {
  const choose = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}(,|$)`) }).click();
  // One that has just passed goes on to the next by itself: it is chosen from another one.
  if ((await shownLetter(page)) === letter) await choose(letter === "E" ? "F" : "E");
  const { passed } = await readLetterDiary(page);
  const before = passed.filter((one) => one === letter).length;
  await choose(letter);
  await untilPassed(page, letter, before + 1);
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

/** Waits until the service worker answers for the page and keeps these files, by what their addresses have in them. */
export async function untilKept(page: Page, files: readonly RegExp[]): Promise<void> {
  await until(`the service worker to keep ${files.join(", ")}`, () =>
    page.evaluate(
      async (wanted) => {
        const kept: string[] = [];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          kept.push(...(await cache.keys()).map(({ url }) => url));
        }
        return (
          navigator.serviceWorker.controller !== null &&
          wanted.every((part) => kept.some((url) => new RegExp(part).test(url)))
        );
      },
      files.map(({ source }) => source),
    ),
  );
}
