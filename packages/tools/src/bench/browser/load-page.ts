import { launchServer } from "@signify/server/launch";
import { processesOf, proportionalMegabytes } from "../../browser/browser-processes.ts";
import { launchChromium } from "../../browser/index.ts";
import { photoClip } from "../../photos/index.ts";
import { residentMegabytes } from "../../processes/processes.ts";
import { openCountingProxy } from "./counting-proxy.ts";

/** What the learners' page takes from a cold start to its first letter, on the device. */
export type PageFigures = {
  megabytes: number;
  /** Milliseconds from the press of the button to the letter. */
  firstLetter: number;
  /** The most megabytes that its renderer held, and its own share of them. */
  rendererResident: number;
  rendererProportional: number;
};

/**
 * Opens the page in a fresh browser, starts the camera, waits until the page is as sure of a letter as can be seen, and watches
 * its memory for so many seconds more: what is never given back shows in half a minute.
 */
export async function loadPage(seconds: number): Promise<PageFigures> {
  await using server = await launchServer();
  await using proxy = await openCountingProxy(server.port);
  await using browser = await launchChromium({ clip: await photoClip(["A-f1.jpg"], 30) });
  const context = await browser.newContext({ serviceWorkers: "block", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`http://localhost:${proxy.port}/`);
  const button = page.locator(".stage button").first();
  await button.waitFor();
  const started = performance.now();
  await button.click();
  await page
    .locator('.live[data-phase="passed"], .live[data-phase="holding"], .live[data-phase="held"]')
    .first()
    .waitFor({ timeout: 60_000 });
  const firstLetter = performance.now() - started;
  const megabytes = proxy.bytes / 1e6;
  let resident = 0;
  let proportional = 0;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const renderers = (await processesOf(browser)).filter(({ kind }) => kind === "renderer");
    resident = Math.max(
      resident,
      ...renderers.map(({ pid }) => residentMegabytes(pid)).filter(Number.isFinite),
    );
    proportional = Math.max(proportional, ...renderers.map(({ pid }) => proportionalMegabytes(pid)));
    await page.waitForTimeout(500);
  }
  return { megabytes, firstLetter, rendererResident: resident, rendererProportional: proportional };
}
