import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { hasPhotos, photoPath, referenceHands, withoutPhotos } from "@signify/tools/photos";
import { type Site, startSite } from "@signify/tools/site";
import type { Browser } from "playwright-core";

/** The photograph without a hand, and those of hands that are not found on the server either. */
const withoutHand = ["A-t9.jpg", "H-t5.jpg", "L-t5.jpg", "L-t9.jpg"];
const whole = process.env.ALL_PHOTOS === "1";

/** Letter photographs in which MediaPipe finds no hand, every fourth of them; with ALL_PHOTOS=1 all 144. */
function chosenPhotos(): string[] {
  const letters = Object.entries(referenceHands()).filter(([name]) => !name.startsWith("gesture-"));
  const unseen = letters.filter(([name, { hands }]) => hands.length === 0 && !withoutHand.includes(name));
  const chosen = whole ? letters : unseen.filter((_, index) => index % 4 === 0);
  return [...chosen.map(([name]) => name), ...(whole ? [] : withoutHand.slice(0, 1))];
}

type Found = { landmarks: number[]; hands: number };
type Answer = { isolated: boolean; loaded: string[]; found: Found[] };

describe.skipIf(!(hasChromium && hasPhotos))(`hands on the device${withoutChromium}${withoutPhotos}`, () => {
  const photos = hasPhotos ? chosenPhotos() : [];
  const files = new Map(photos.map((name): [string, string] => [name, photoPath(name)]));
  const script = new URL("./pages/parts-page.ts", import.meta.url);
  let browser: Browser;
  const answers: Answer[] = [];

  async function find(isolated: boolean): Promise<Answer> {
    await using site: Site = await startSite(script, { files, isolated });
    const page = await browser.newPage();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(site.url);
    const [found, isIsolated] = await page.evaluate(
      async (names) =>
        [
          await (globalThis as unknown as { findHands: (names: string[]) => Promise<Found[]> }).findHands(
            names,
          ),
          globalThis.crossOriginIsolated,
        ] as const,
      photos,
    );
    await page.close();
    return { isolated: isIsolated, loaded, found };
  }

  beforeAll(async () => {
    browser = await launchChromium();
    for (const isolated of [true, false]) answers.push(await find(isolated));
  }, 600_000);
  afterAll(() => browser?.close());

  test("are found where MediaPipe finds none, as on the server, and not where there is none", () => {
    for (const { found } of answers) {
      const missed = photos.filter((_, index) => (found[index]?.hands ?? 0) === 0);
      expect(missed).toEqual(withoutHand.filter((name) => photos.includes(name)));
    }
  });

  test("need no isolation: the same hands at the same places on one thread", () => {
    const [threaded, single] = answers;
    expect([threaded?.isolated, single?.isolated]).toEqual([true, false]);
    let worst = 0;
    for (const [index, { landmarks }] of (threaded?.found ?? []).entries()) {
      for (const [at, coordinate] of landmarks.entries()) {
        worst = Math.max(worst, Math.abs(coordinate - (single?.found[index]?.landmarks[at] ?? Number.NaN)));
      }
    }
    expect(worst).toBeLessThan(1e-4);
  });

  test("load one build of LiteRT, the one that the page can use", () => {
    const builds = answers.map(({ loaded }) => [
      ...new Set(loaded.filter((path) => path.endsWith(".wasm")).map((path) => path.split("/").at(-1))),
    ]);
    expect(builds).toEqual([["litert_wasm_threaded_internal.wasm"], ["litert_wasm_internal.wasm"]]);
  });
});
