import { afterAll, beforeAll, describe, expect, test } from "bun:test";
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
import { slowDown, watchNetwork, watchRequests } from "./support/slow-network.ts";
import { choosePlace, startCamera, untilKept } from "./support/steps.ts";

const environment = { THREAD_POOL_MAX_WORKERS: "1" };
const limit = 180_000;
/** Milliseconds after which a first connection is late, and the device gets ready. */
const lateAfter = 500;
/** As in a school whose network is shared. */
const slow = { bytesPerSecond: 1_000_000, roundTrip: 60 };

describe.skipIf(!hasChromium)(`loading in a browser${withoutChromium}`, () => {
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([
      launchServer({ environment }),
      heldLetters(["A", "B"], 4).then((clip) => launchChromium({ clip })),
    ]);
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  }, limit);

  const pressStart = (page: Page) => page.getByRole("button", { name: texts.camera.start }).click();
  /** Bytes that the bar says are there, in megabytes, and how many there will be. */
  const shownMegabytes = async (page: Page) => {
    const words = (await page.locator(".stage-loading p").first().textContent()) ?? "";
    return (words.match(/[\d.]+/g) ?? []).map(Number);
  };

  test(
    "says from the first second how many bytes of how many are there, and nothing jumps",
    async () => {
      const { page, faults, close } = await openPage(browser, server.page);
      await slowDown(page, slow);
      await page.evaluate(() => {
        const jumps: number[] = [];
        Object.assign(globalThis, { jumps });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) jumps.push((entry as unknown as { value: number }).value);
        }).observe({ type: "layout-shift" });
      });
      const pressed = Date.now();
      await pressStart(page);
      const bar = page.getByRole("progressbar");
      await bar.waitFor();
      const [first = Number.NaN, all = 0] = await shownMegabytes(page);
      // What the slow network could have brought by then at most.
      expect(first).toBeLessThan(((Date.now() - pressed) / 1000) * 20 + 1);
      expect(all).toBeGreaterThan(5);
      expect(Number(await bar.getAttribute("max"))).toBeGreaterThan(5e6);
      await until("the bar to move", async () => ((await shownMegabytes(page))[0] ?? 0) > first);
      expect((await shownMegabytes(page))[1]).toBe(all);
      expect(await accessibilityFaults(page)).toEqual([]);
      const jumps = await page.evaluate(() => (globalThis as unknown as { jumps: number[] }).jumps);
      expect(jumps.reduce((sum, jump) => sum + jump, 0)).toBeLessThan(0.01);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "goes on after a reload half way: what was there is not loaded again",
    async () => {
      const { page, close } = await openPage(browser, server.page);
      const before = await watchNetwork(page);
      await slowDown(page, slow);
      await pressStart(page);
      await until("some parts to be there", () => before.size >= 8);
      await page.reload();
      const there = new Set(before);
      const again = await watchNetwork(page);
      await startCamera(page);
      await untilPassed(page, "A");
      expect([...again].filter((name) => there.has(name))).toEqual([]);
      expect(again.size).toBeGreaterThan(0);
      await close();
    },
    limit,
  );

  test(
    "keeps for good what has a name of its content, and nothing else",
    async () => {
      const { page, close } = await openPage(browser, server.page);
      const kept = new Map<string, string | undefined>();
      page.on("response", (response) => {
        kept.set(new URL(response.url()).pathname, response.headers()["cache-control"]);
      });
      await page.reload();
      await startCamera(page);
      const files = [...kept].filter(([path]) => path.startsWith("/recognition/"));
      expect(files.length).toBeGreaterThan(4);
      for (const [path, control] of files) {
        expect(path).toMatch(/-[0-9a-f]{10}\.\w+$/);
        expect(control).toBe("public, max-age=31536000, immutable");
      }
      expect(kept.get("/")).toBe("no-cache");
      await close();
    },
    limit,
  );

  test(
    "loads for each place what that needs, and what waits for a lost server only once the server works",
    async () => {
      const onDevice = await openPage(browser, server.page);
      const device = watchRequests(onDevice.page.context());
      await startCamera(onDevice.page);
      expect(has(device, "hands") && has(device, "letters")).toBe(true);
      expect(has(device, "pictures")).toBe(false);
      await onDevice.close();

      for (const place of ["landmarks", "pictures"] as const) {
        // A server that lets in but never answers is none that works.
        const { page, close } = await openPage(browser, server.page);
        const asked = watchRequests(page.context());
        let works = false;
        const early = new Set<string>();
        await page.routeWebSocket(/recognize/, (socket) => {
          const upstream = socket.connectToServer();
          upstream.onMessage((message) => {
            if (!works) for (const name of asked) early.add(name);
            works = true;
            socket.send(message);
          });
        });
        await choosePlace(page, place);
        let firstAsked = Number.POSITIVE_INFINITY;
        page.context().on("request", (request) => {
          if (request.url().includes("/recognition/letters")) firstAsked = Math.min(firstAsked, Date.now());
        });
        const pressed = Date.now();
        await startCamera(page);
        // On a busy machine the first connection is late: the device gets ready before the server works.
        if (has(early, "letters")) expect(firstAsked - pressed).toBeGreaterThanOrEqual(lateAfter);
        else if (place === "pictures") expect(has(early, "hands")).toBe(false);
        await untilPassed(page, "A");
        await until("the letter reader to be loaded", () => has(asked, "letters"));
        await close();
      }
    },
    limit,
  );

  test(
    "who uses it without a network gets the files of what was used, and no others",
    async () => {
      const { page, close } = await openPage(browser, server.page, { serviceWorkers: "allow" });
      await choosePlace(page, "landmarks");
      await startCamera(page);
      await untilKept(page, [/hands-worker-/, /letters-worker-/]);
      const kept = await page.evaluate(async () => {
        const addresses: string[] = [];
        for (const name of await caches.keys())
          addresses.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
        return addresses;
      });
      expect(kept.some((address) => address.includes("pictures-worker"))).toBe(false);
      await close();
    },
    limit,
  );
});

/** Whether a file of a part is among them: "hands", "letters" or "pictures", by the names of their workers. */
function has(names: ReadonlySet<string>, part: string): boolean {
  return [...names].some((name) => name.startsWith(`${part}-worker-`) || parts[part]?.test(name));
}

const parts: Record<string, RegExp> = { hands: /^(vision|hand|litert|palm)/, letters: /^(ort|letters-)/ };
