import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildElement, elementScript } from "@signify/client-sdk/assets";
import type { SignifyCameraElement } from "@signify/client-sdk/web-component";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { hasPhotos, photoClip, withoutPhotos } from "@signify/tools/photos";
import { type Site, startSite } from "@signify/tools/site";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const missing = withoutChromium + withoutPhotos;
const html = "signify-camera.html";
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What a page keeps for a test: what the element told, and the cameras that it was given. */
type Kept = { told: { type: string; detail: unknown }[]; tracks: MediaStreamTrack[] };

describe.skipIf(!(hasChromium && hasPhotos))(`<signify-camera> in Chromium${missing}`, () => {
  let site: Site;
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    const script = await buildElement(mkdtempSync(join(tmpdir(), "signify-element-")));
    const files = new Map([
      [html, fileURLToPath(new URL(`./pages/${html}`, import.meta.url))],
      [`signify/${elementScript}`, script],
    ]);
    const clip = await photoClip(["B-f1.jpg"], 30);
    [site, server, browser] = await Promise.all([
      startSite(new URL("./pages/recognition-page.ts", import.meta.url), { files }),
      launchServer(),
      launchChromium({ clip }),
    ]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await Promise.all([site?.[Symbol.asyncDispose](), server?.[Symbol.asyncDispose]()]);
  }, 60_000);

  /** Opens the page of plain HTML, and notes what its element tells and which hosts it speaks to. */
  async function open(options: BrowserContextOptions = {}, chromium = browser) {
    const context = await chromium.newContext(options);
    const page = await context.newPage();
    const hosts = new Set<string>();
    const errors: string[] = [];
    page.on("request", (request) => hosts.add(new URL(request.url()).hostname));
    page.on("websocket", (socket) => hosts.add(new URL(socket.url()).hostname));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.addInitScript(() => {
      const kept: Kept = { told: [], tracks: [] };
      Object.assign(globalThis, { kept });
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        const stream = await ask(wish);
        kept.tracks.push(...stream.getTracks());
        return stream;
      };
      for (const type of ["prediction", "status", "state", "error", "landmarks", "correction", "target"])
        document.addEventListener(
          type,
          (event) => kept.told.push({ type, detail: (event as CustomEvent).detail }),
          { capture: true },
        );
    });
    await page.goto(`${site.url}${html}`);
    const element = page.locator("signify-camera");
    return { page, element, hosts, errors, [Symbol.asyncDispose]: () => context.close() };
  }
  const waitFor = { timeout: 60_000 };
  const told = (page: Page, type: string) =>
    page.waitForFunction(
      (type) => (globalThis as unknown as { kept: Kept }).kept.told.some((event) => event.type === type),
      type,
      waitFor,
    );
  const words = (page: Page, pattern: RegExp) =>
    page.locator("signify-camera .words").filter({ hasText: pattern }).waitFor(waitFor);
  /** Whether every camera that was given has ended. */
  const cameras = (page: Page) =>
    page.evaluate(() =>
      (globalThis as unknown as { kept: Kept }).kept.tracks.map(({ readyState }) => readyState),
    );
  const problems = async (page: Page) => {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { violations } = await (
        globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
      ).axe.run();
      return violations.map(({ id }) => id);
    });
  };

  test("works from one script tag in plain HTML: by the keyboard, with no server, and asks nobody else", async () => {
    await using opened = await open();
    const { page, element, hosts, errors } = opened;
    await words(page, /Nothing leaves this device/);
    expect(await cameras(page)).toEqual([]);
    // The page forbids styles that are written in it; those of the element are applied.
    expect(await element.evaluate((element) => getComputedStyle(element).display)).toBe("block");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await words(page, /That is B\.$/);
    expect(await element.locator(".letter").textContent()).toBe("B");
    expect([...hosts]).toEqual(["127.0.0.1"]);
    expect(errors).toEqual([]);
    const isDrawn = await page.evaluate(() => {
      const canvas = document.querySelector("signify-camera")?.shadowRoot?.querySelector("canvas");
      const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels?.some((value) => value > 0);
    });
    expect(isDrawn).toBe(true);
    await page.keyboard.press("Enter");
    await words(page, /Nothing leaves this device/);
    expect(await cameras(page)).toEqual(["ended"]);
  }, 90_000);

  test.each(["landmarks", "pictures"] as const)(
    "with where=%p a server reads, and events say what it read",
    async (where) => {
      await using opened = await open();
      const { page, element } = opened;
      await element.evaluate(
        (element, [where, url]) => {
          element.setAttribute("where", where as string);
          element.setAttribute("url", url as string);
          (element as SignifyCameraElement).start();
        },
        [where, server.url],
      );
      await words(page, /That is B\.$/);
      for (const type of ["state", "status", "prediction"]) await told(page, type);
      if (where === "pictures") await told(page, "landmarks");
      await element.evaluate((element) => {
        (element as SignifyCameraElement).target = "L";
      });
      expect(await element.evaluate((element) => (element as SignifyCameraElement).snapshot.target)).toBe(
        "L",
      );
    },
    90_000,
  );

  test("moved in the page it goes on; removed it stops the camera, its workers and its connection", async () => {
    await using opened = await open();
    const { page, element } = opened;
    const closed = new Promise<void>((resolve) => {
      page.on("websocket", (socket) => socket.on("close", () => resolve()));
    });
    await element.evaluate((element, url) => {
      element.setAttribute("url", url);
      (element as SignifyCameraElement).start();
    }, server.url);
    await told(page, "prediction");
    const ended = page
      .workers()
      .map((worker) => new Promise<void>((resolve) => worker.once("close", () => resolve())));
    expect(ended.length).toBeGreaterThan(0);
    await page.evaluate(() => document.body.append(document.querySelector("signify-camera") as Element));
    expect(await cameras(page)).toEqual(["live"]);
    await page.waitForFunction(
      () => document.querySelector("signify-camera")?.shadowRoot?.querySelector("video")?.paused === false,
    );
    await page.evaluate(() => document.querySelector("signify-camera")?.remove());
    await closed;
    expect(await cameras(page)).toEqual(["ended"]);
    await Promise.all(ended);
  }, 90_000);

  test("defined twice it is defined once, and takes what was set before it was", async () => {
    await using opened = await open();
    const { page, errors } = opened;
    await page.setContent('<signify-camera id="early"></signify-camera>');
    await page.evaluate(() => {
      const element = document.querySelector("#early") as SignifyCameraElement;
      element.target = "Q";
    });
    for (const again of ["1", "2"])
      await page.addScriptTag({ type: "module", url: `${site.url}signify/${elementScript}?${again}` });
    const target = await page.evaluate(
      () => (document.querySelector("#early") as SignifyCameraElement).target,
    );
    expect(target).toBe("Q");
    expect(errors).toEqual([]);
  }, 90_000);

  test("a camera that is not allowed is said, and told", async () => {
    const shy = await launchChromium({ allowCamera: false });
    {
      await using opened = await open({}, shy);
      const { page, element } = opened;
      await element.locator("button").click();
      await words(page, /was not allowed/);
      await told(page, "error");
      expect(await element.locator("button").textContent()).toBe("Start the camera");
    }
    await shy.close();
  }, 90_000);

  test.each(["light", "dark"] as const)(
    "axe finds nothing wrong with it, %s, off and on",
    async (colorScheme) => {
      await using opened = await open({ colorScheme });
      const { page, element } = opened;
      expect(await problems(page)).toEqual([]);
      await element.locator("button").click();
      await words(page, /That is B\.$/);
      expect(await problems(page)).toEqual([]);
    },
    90_000,
  );
});
