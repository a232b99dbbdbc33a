import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { hasPhotos, photoPath, withoutPhotos } from "@signify/tools/photos";
import { type Site, startSite } from "@signify/tools/site";
import type { Browser } from "playwright-core";
import type { Aborted, BrokenAssets, EveryKind } from "./pages/pictures-page.ts";

const name = "B-f1.jpg";
const places = ["device", "landmarks", "pictures"] as const;

describe.skipIf(!(hasChromium && hasPhotos))(
  `pictures and cameras in Chromium${withoutChromium}${withoutPhotos}`,
  () => {
    let site: Site;
    let server: LaunchedServer;
    let browser: Browser;
    beforeAll(async () => {
      const app = join(mkdtempSync(join(tmpdir(), "signify-app-")), "app.html");
      writeFileSync(app, "<!doctype html><title>The app</title>");
      const files = new Map([
        [name, photoPath(name)],
        ["app.html", app],
      ]);
      [site, server, browser] = await Promise.all([
        startSite(new URL("./pages/pictures-page.ts", import.meta.url), { files }),
        launchServer(),
        launchChromium(),
      ]);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await Promise.all([site?.[Symbol.asyncDispose](), server?.[Symbol.asyncDispose]()]);
    }, 60_000);

    /** Calls a function of a new page by its name. */
    async function call<Answer>(called: string, given: object): Promise<Answer> {
      const page = await browser.newPage();
      await page.goto(site.url);
      const answer = await page.evaluate(
        ([named, argument]) =>
          (globalThis as unknown as Record<string, (argument: unknown) => Promise<Answer>>)[
            named as string
          ]?.(argument) as Promise<Answer>,
        [called, { ...given, name }],
      );
      await page.close();
      return answer;
    }

    const kinds = [
      "bytes",
      "buffer",
      "blob",
      "png",
      "imageData",
      "canvas",
      "offscreen",
      "bitmap",
      "image",
      "video",
    ];
    test.each(["server", "device"])(
      "bytes, blobs, canvases, bitmaps, images and videos are all read, by the %s",
      async (where) => {
        const answers = await call<EveryKind>(
          "recognizeEveryKind",
          where === "server" ? { url: server.url } : {},
        );
        expect(answers).toEqual([
          ...kinds.map((kind) => [kind, "B 126"] as [string, string]),
          ["kept", "true"],
        ]);
      },
      90_000,
    );

    test.each([
      ["device", false],
      ["device", true],
      ["landmarks", false],
      ["landmarks", true],
      ["pictures", false],
    ] as const)(
      "an opening with where: %p that is aborted is rejected with the reason, within a frame (while its files come: %p)",
      async (where, loading) => {
        const { result, frames } = await call<Aborted>("abortEarly", { where, loading, url: server.url });
        expect(result).toBe("the reason");
        expect(frames).toBeLessThanOrEqual(1);
      },
      90_000,
    );

    test.each(places.flatMap((where) => [true, false].map((shown) => [where, shown] as const)))(
      "a camera that is lost is heard by a client with where: %p, and a new one makes it ready (by a <video>: %p)",
      async (where, shown) => {
        const told = await call<string[]>("loseCamera", { where, shown, url: server.url });
        const lost = told.indexOf("degraded: camera-lost");
        expect(told.slice(lost, lost + 2)).toEqual(["degraded: camera-lost", "camera-lost"]);
        expect(told.slice(lost)).toContain("ready");
      },
      90_000,
    );

    test.each([
      ["pictures", "picturesWorker", "pictures-failed", "degraded: pictures-failed"],
      ["landmarks", "handsWorker", "hands-failed", undefined],
      ["landmarks", "handsModel", "hands-failed", undefined],
      ["device", "lettersModel", "letters-failed", undefined],
    ] as const)(
      "with where: %p the app's page in the place of %p is an error that names the file",
      async (where, file, code, state) => {
        const { told, error } = await call<BrokenAssets>("useBrokenAssets", { where, file, url: server.url });
        expect(error).toContain(code === "pictures-failed" ? code : "SignifyError");
        expect(error).toContain(`${site.url}app.html`);
        expect(error).toMatch(/serves the package's assets there|Expected the package's file there/);
        if (state) expect(told).toContain(state);
      },
      90_000,
    );
  },
);
