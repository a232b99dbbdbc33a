import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { ClientState } from "@signify/client-sdk";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { hasPhotos, photoClip, withoutPhotos } from "@signify/tools/photos";
import { type Site, startSite } from "@signify/tools/site";
import type { Browser, Page } from "playwright-core";
import type { RecognitionReport } from "./pages/recognition-page.ts";

const missing = withoutChromium + withoutPhotos;

describe.skipIf(!(hasChromium && hasPhotos))(`in Chromium with a fake camera${missing}`, () => {
  let site: Site;
  let server: LaunchedServer;
  let browser: Browser;
  beforeAll(async () => {
    const clip = await photoClip(["B-f1.jpg", "L-f1.jpg", "Y-f1.jpg"], 45);
    [site, server, browser] = await Promise.all([
      startSite(new URL("./pages/recognition-page.ts", import.meta.url)),
      launchServer(),
      launchChromium({ clip }),
    ]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await Promise.all([site?.[Symbol.asyncDispose](), server?.[Symbol.asyncDispose]()]);
  }, 60_000);

  /** Calls a function of the page by its name. */
  const call = <Answer>(page: Page, name: string, argument: unknown): Promise<Answer> =>
    page.evaluate(
      ([called, given]) =>
        (globalThis as unknown as Record<string, (given: unknown) => Promise<Answer>>)[called as string]?.(
          given,
        ) as Promise<Answer>,
      [name, argument],
    );

  /**
   * Runs the page in one mode until 20 letters have come and its client is in that state, and answers what it found,
   * and which hosts it spoke to.
   */
  async function recognize(where: string, url: string, last: ClientState) {
    const page = await browser.newPage();
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).hostname));
    page.on("websocket", (socket) => hosts.add(new URL(socket.url()).hostname));
    await page.goto(site.url);
    const report = await call<RecognitionReport>(page, "run", { where, url, letters: 20, state: last });
    await page.close();
    const { letters, counts, longestTask, longestTaskAtStart } = report;
    process.stderr.write(
      `${where}: ${letters.length} letters (${[...new Set(letters.map(({ letter }) => letter))].join("")}), ${counts.sent} of ${counts.offered} frames sent, longest task ${longestTask} ms (${longestTaskAtStart} ms at the start)\n`,
    );
    return { ...report, hosts: [...hosts] };
  }

  test.each(["device", "landmarks", "pictures"])(
    "letters arrive with where: %p, and no other host is asked for anything",
    async (where) => {
      const { letters, errors, hosts, state, reason } = await recognize(where, server.url, "ready");
      expect(errors).toEqual([]);
      expect(letters.length).toBeGreaterThanOrEqual(20);
      expect([state, reason]).toEqual(["ready", undefined]);
      expect(hosts).toEqual(["127.0.0.1"]);
    },
    90_000,
  );

  test("while hands are looked for, the page's thread goes on with other things", async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    // A thread that looked itself would have a turn or two for each picture.
    expect(await call<number>(page, "turnsWhileFinding", 10)).toBeGreaterThan(200);
    await page.close();
  }, 90_000);

  test("a server that cannot be reached: letters come from the device", async () => {
    const { letters, state, reason } = await recognize("landmarks", "ws://127.0.0.1:9", "degraded");
    expect(letters.length).toBeGreaterThanOrEqual(20);
    expect([state, reason]).toEqual(["degraded", "on-device"]);
  }, 90_000);
});
