import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { type Site, startSite } from "@signify/tools/site";
import type { Browser } from "playwright-core";
import type { WorkersReport } from "./pages/other-origin-page.ts";

const script = new URL("./pages/other-origin-page.ts", import.meta.url);

describe.skipIf(!hasChromium)(`assets on another origin, in Chromium${withoutChromium}`, () => {
  let browser: Browser;
  let shared: Site;
  beforeAll(async () => {
    [browser, shared] = await Promise.all([launchChromium(), startSite(script, { shared: true })]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await shared?.[Symbol.asyncDispose]();
  });

  /** Calls a function of the page with the address of assets. */
  async function call<Answer>(
    site: Site,
    name: "askWorkers" | "failToStart",
    assets: string,
  ): Promise<Answer> {
    const page = await browser.newPage();
    await page.goto(site.url);
    const answer = await page.evaluate(
      ([name, assets]) =>
        (globalThis as unknown as Record<string, (assets: string) => Promise<unknown>>)[name as string]?.(
          assets as string,
        ),
      [name, assets],
    );
    await page.close();
    return answer as Answer;
  }

  test.each([true, false])(
    "workers for hands, letters and pictures start from there, on a page that is isolated: %p",
    async (isolated) => {
      await using site = await startSite(script, { isolated });
      expect(new URL(site.url).origin).not.toBe(new URL(shared.url).origin);
      expect(await call<WorkersReport>(site, "askWorkers", `${shared.url}signify/`)).toEqual({
        isolated,
        hands: 0,
        probability: expect.closeTo(1, 3),
        jpeg: [0xff, 0xd8],
        remembered: 0,
      });
    },
    120_000,
  );

  test("an origin that does not share them is told with the header that it lacks", async () => {
    await using site = await startSite(script);
    await using closed = await startSite(script, { isolated: false });
    const message = await call<string>(site, "failToStart", `${closed.url}signify/`);
    expect(message).toContain("Letters cannot be read on this device");
    expect(message).toContain('"Access-Control-Allow-Origin"');
  }, 120_000);
});
