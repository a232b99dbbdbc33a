import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import type { RecognitionReport } from "./pages/recognition-page.ts";
import { hasChromium, launchChromium } from "./support/browser.ts";
import { hasPhotos, photoClip } from "./support/photos.ts";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";
import { type Site, startSite } from "./support/site.ts";

const examples = fileURLToPath(new URL("../../packages/client-sdk/examples/", import.meta.url));
const missing = [!hasChromium && "Chromium", !hasPhotos && "the photographs"].filter(Boolean).join(" and ");

describe.skipIf(missing !== "")(`in Chromium with a fake camera${missing && ` (without ${missing})`}`, () => {
  let site: Site;
  let server: ServerProcess;
  let browser: Browser;
  beforeAll(async () => {
    const clip = await photoClip(["B-f1.jpg", "L-f1.jpg", "Y-f1.jpg"], 45);
    [site, server, browser] = await Promise.all([
      startSite(new URL("./pages/recognition-page.ts", import.meta.url)),
      startServerProcess(),
      launchChromium({ clip }),
    ]);
    await server.ready();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await Promise.all([site?.stop(), server?.stop()]);
  }, 60_000);

  /** Runs the page in one mode and answers what it found, and which hosts it spoke to. */
  async function recognize(where: string, url: string, seconds = 5) {
    const page = await browser.newPage();
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).hostname));
    page.on("websocket", (socket) => hosts.add(new URL(socket.url()).hostname));
    await page.goto(site.url);
    const report: RecognitionReport = await page.evaluate(
      (run) => (globalThis as unknown as { run: (run: unknown) => Promise<RecognitionReport> }).run(run),
      { where, url, seconds },
    );
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
      const { letters, errors, hosts, state } = await recognize(where, server.url);
      expect(errors).toEqual([]);
      expect(letters.length).toBeGreaterThan(0);
      expect(state).toBe("ready");
      expect(hosts).toEqual(["127.0.0.1"]);
    },
    90_000,
  );

  test("with landmarks the page's thread has no task over 50 ms once letters come", async () => {
    const { longestTask } = await recognize("landmarks", server.url, 10);
    expect(longestTask).toBeLessThanOrEqual(50);
  }, 90_000);

  test("the practice page of the examples shows letters", async () => {
    const example = Bun.spawn([process.execPath, `${examples}browser/serve.ts`], {
      env: { ...process.env, PORT: "0" },
      stdout: "pipe",
      stderr: "inherit",
    });
    const first = await example.stdout.getReader().read();
    const address = new TextDecoder().decode(first.value).trim().replace("8765", String(server.port));
    const page = await browser.newPage();
    await page.goto(address);
    await page.click("#start");
    await page.waitForFunction(
      () => /^[A-Z] +\d+ %/.test(document.querySelector("#letter")?.textContent ?? ""),
      undefined,
      { timeout: 60_000 },
    );
    process.stderr.write(`the page shows: ${await page.textContent("#letter")}\n`);
    await page.close();
    example.kill();
  }, 90_000);

  test("a server that cannot be reached: letters come from the device", async () => {
    const { letters, state, reason } = await recognize("landmarks", "ws://127.0.0.1:9");
    expect(letters.length).toBeGreaterThan(0);
    expect([state, reason]).toEqual(["degraded", "on-device"]);
  }, 90_000);
});
