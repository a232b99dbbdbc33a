import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hasChromium, launchChromium, withoutChromium, writeClip } from "@signify/tools/browser";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { accessibilityFaults } from "../web-demo/support/axe.ts";
import { countLinks, deadLinks } from "./support/dead-links.ts";
import { openSite, type ShownSite } from "./support/open-site.ts";

const rendering = new URL("../fixtures/reference-hand/L.jpg", import.meta.url);
const guides = ["index", "documents/connect", "documents/where", "documents/live-example"];
const references = ["documents/protocol", "documents/http", "documents/peers"];
const api = ["modules/_signify_client-sdk", "types/_signify_client-sdk.SignifyClient"];

/** How TypeDoc makes the pages of the API: links in what folds a group, and headings that leave out a rank. */
const ofTypeDoc = /^(nested-interactive: .*summary|heading-order: )/;

let site: ShownSite;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site?.[Symbol.asyncDispose]());

test("no link of any page leads nowhere", () => {
  expect(countLinks(site.folder)).toBeGreaterThan(2000);
  expect(deadLinks(site.folder)).toEqual([]);
});

test("every message of the protocol and every field of it stands in the reference", () => {
  const page = readFileSync(join(site.folder, "documents/protocol.html"), "utf8");
  for (const name of [
    "session.start",
    "hand.learn",
    "targetProbability",
    "access_token",
    "4429",
    "capturedAt",
  ])
    expect(page).toContain(name);
});

test("every entry of the package has its page, and the events say what they hold", () => {
  const { exports } = JSON.parse(
    readFileSync(new URL("../../packages/client-sdk/dist/package.json", import.meta.url), "utf8"),
  );
  for (const name of Object.keys(exports).filter((entry) => /^\.(\/[\w-]+)?$/.test(entry))) {
    const page = `modules/_signify_client-sdk${name.slice(1).replace("/", "_")}.html`;
    expect({ name, isThere: existsSync(join(site.folder, page)) }).toEqual({ name, isThere: true });
  }
  const event = readFileSync(join(site.folder, "types/_signify_client-sdk.PredictionEvent.html"), "utf8");
  for (const field of ["targetProbability", "verdict", "top", "letterness"]) expect(event).toContain(field);
});

describe.skipIf(!hasChromium)(`the site in Chromium${withoutChromium}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    const jpeg = new Uint8Array(readFileSync(rendering));
    browser = await launchChromium({ clip: await writeClip([{ jpeg, frames: 30 }]) });
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opens a page and tells which hosts were asked for anything. */
  async function open(path: string, context?: BrowserContext): Promise<{ page: Page; hosts: Set<string> }> {
    const page = await (context ?? browser).newPage();
    const hosts = new Set<string>();
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith("http")) hosts.add(host);
    });
    await page.goto(`${site.url}${path}.html`);
    await page.locator("#tsd-nav-container a").first().waitFor({ state: "attached" });
    return { page, hosts };
  }

  test.each([
    ["phone", "dark", 390, 844],
    ["laptop", "light", 1366, 768],
  ] as const)(
    "axe finds nothing wrong on a %s in %s colors, and no page is wider than the screen",
    async (_, colorScheme, width, height) => {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      for (const path of [...guides, ...references, ...api]) {
        const { page } = await open(path, context);
        const faults = await accessibilityFaults(page);
        const left = api.includes(path) ? faults.filter((fault) => !ofTypeDoc.test(fault)) : faults;
        expect({ path, left }).toEqual({ path, left: [] });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect({ path, wide }).toEqual({ path, wide: 0 });
        await page.close();
      }
      await context.close();
    },
    120_000,
  );

  test("the search finds a guide by its words and a symbol by its name, from files of the site alone", async () => {
    const { page, hosts } = await open("index");
    for (const [words, address] of [
      ["recognizeCamera", /on-device\.recognizeCamera\.html$/],
      ["brotli", /documents\/assets\.html$/],
    ] as const) {
      await page.locator("#tsd-search-trigger").click();
      await page.locator("#tsd-search-input").fill(words);
      await page.locator("#tsd-search-results a").first().click();
      await page.waitForURL(address);
    }
    expect([...hosts]).toEqual([new URL(site.url).host]);
    await page.close();
  }, 60_000);

  test("the live example reads a letter from a picture and from the camera, and asks no other host", async () => {
    const { page, hosts } = await open("documents/live-example");
    const letter = page.locator("#live-letter");
    await page.getByRole("button", { name: "A hand that signs W" }).click();
    await letter.getByText("W", { exact: true }).waitFor({ timeout: 60_000 });
    await page.locator("#live-file").setInputFiles({
      name: "hand.jpg",
      mimeType: "image/jpeg",
      buffer: readFileSync(rendering),
    });
    await letter.getByText("L", { exact: true }).waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "A hand that signs B" }).click();
    await letter.getByText("B", { exact: true }).waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Use the camera" }).click();
    await letter.getByText("L", { exact: true }).waitFor({ timeout: 60_000 });
    expect([...hosts]).toEqual([new URL(site.url).host]);
    await page.close();
  }, 200_000);
});
