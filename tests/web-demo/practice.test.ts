import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import type { Browser } from "playwright-core";
import { until } from "../support/with-deadline.ts";
import { breakCamera } from "./support/break-camera.ts";
import { buildPage } from "./support/built-page.ts";
import { bothHands, heldLetters, letterPicture, movingLetter, stillHandOf } from "./support/clips.ts";
import { readLetterDiary, untilPassed, untilShown } from "./support/letter-diary.ts";
import { openPage } from "./support/open-page.ts";
import {
  choosePlace,
  passLetter,
  showFigures,
  shownLetter,
  startCamera,
  untilKept,
} from "./support/steps.ts";

const environment = { THREAD_POOL_MAX_WORKERS: "1" };
const limit = 120_000;

describe.skipIf(!hasChromium)(`practicing a letter in a browser${withoutChromium}`, () => {
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

  test(
    "a first letter is passed from a cold start, on this device, and no other host is asked for anything",
    async () => {
      const { page, hosts, faults, close } = await openPage(browser, server.page);
      expect(await shownLetter(page)).toBe("A");
      const sockets: string[] = [];
      page.on("websocket", (socket) => sockets.push(socket.url()));
      await startCamera(page);
      await untilPassed(page, "A");
      await untilShown(page, "B");
      expect([...hosts]).toEqual([new URL(server.page).host]);
      expect(sockets).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test.each(["landmarks", "pictures"] as const)(
    "a letter is passed when %s are sent",
    async (place) => {
      const { page, hosts, faults, close } = await openPage(browser, server.page);
      await choosePlace(page, place);
      expect(await page.locator(".stage-promise").textContent()).toBe(texts.camera.promise[place]);
      const frames = new Set<number>();
      page.on("websocket", (socket) =>
        socket.on("framesent", ({ payload }) => {
          if (typeof payload !== "string") frames.add(payload[1] ?? 0);
        }),
      );
      await startCamera(page);
      await untilPassed(page, "A");
      // Frames of kind 1 are pictures, of kind 2 hand points.
      expect([...frames]).toEqual([place === "pictures" ? 1 : 2]);
      expect([...hosts]).toEqual([new URL(server.page).host]);
      expect(faults).toEqual([]);
      await close();
    },
    limit,
  );

  test(
    "a letter is passed with the keyboard alone",
    async () => {
      const { page, close } = await openPage(browser, server.page);
      const focused = () =>
        page.evaluate(() => {
          const element = document.activeElement;
          return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
        });
      const tabTo = async (name: string) => {
        for (let presses = 0; presses < 40; presses += 1) {
          await page.keyboard.press("Tab");
          if ((await focused()) === name) return;
        }
        throw new Error(`Tab never came to "${name}".`);
      };
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(texts.page.skipToContent);
      await page.keyboard.press("Enter");
      await tabTo(texts.practice.next);
      await page.keyboard.press("Enter");
      expect(await shownLetter(page)).toBe("B");
      await tabTo(texts.camera.start);
      await page.keyboard.press("Enter");
      await untilPassed(page, "B");
      await page.locator(".target-glyph", { hasText: "C" }).waitFor();
      await tabTo(texts.camera.stop);
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: texts.camera.start }).waitFor();
      await tabTo(texts.practice.letter("C", false));
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      expect(await shownLetter(page)).toBe("D");
      await close();
    },
    limit,
  );

  test(
    "a server that is lost is told, letters go on on this device, and the server comes back",
    async () => {
      await using first = await launchServer({ environment });
      const { page, close } = await openPage(browser, first.page, { serviceWorkers: "allow" });
      await choosePlace(page, "landmarks");
      await startCamera(page);
      await untilPassed(page, "A");
      await untilKept(page, [/letters-worker-/, /letters-[0-9a-f]{10}\.onnx/]);
      first.signal("SIGKILL");
      await first.exited;
      await page.getByText(texts.connection.onDevice).waitFor();
      await passLetter(page, "A");
      await using _second = await launchServer({
        environment: { ...environment, WEBSOCKET_PORT: String(first.port) },
      });
      await page.getByText(texts.connection.onDevice).waitFor({ state: "detached" });
      await passLetter(page, "B");
      await close();
    },
    limit,
  );

  test.each(["device", "pictures"] as const)(
    "a camera that breaks is opened again and letters go on, where nothing leaves but %s",
    async (place) => {
      const { page, close } = await openPage(browser, server.page);
      await choosePlace(page, place);
      await startCamera(page);
      await untilPassed(page, "A");
      await breakCamera(browser);
      await passLetter(page, "B");
      await close();
    },
    limit,
  );

  test(
    "without a camera a picture takes its place",
    async () => {
      const { page, close } = await openPage(browser, `${server.page}#/practice/L`);
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: texts.camera.noCamera }).click(),
      ]);
      await chooser.setFiles(letterPicture("L"));
      await untilPassed(page, "L");
      await close();
    },
    limit,
  );

  test(
    "a file that is no picture is told so, and the page goes on",
    async () => {
      const { page, close } = await openPage(browser, server.page);
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: texts.camera.noCamera }).click(),
      ]);
      await chooser.setFiles({
        name: "x.png",
        mimeType: "image/png",
        buffer: Buffer.from("no picture"),
      });
      await page.getByText(texts.problems.file).waitFor();
      await page.getByRole("button", { name: texts.camera.start }).waitFor();
      await close();
    },
    limit,
  );
});

describe.skipIf(!hasChromium)(`other cameras${withoutChromium}`, () => {
  let server: LaunchedServer;
  beforeAll(async () => {
    await buildPage();
    server = await launchServer({ environment });
  }, limit);
  afterAll(() => server?.[Symbol.asyncDispose](), limit);

  test(
    "a camera that is denied is explained, and trying again is offered",
    async () => {
      await using browser = await launchChromium({ allowCamera: false });
      const { page, close } = await openPage(browser, server.page);
      await page.getByRole("button", { name: texts.camera.start }).click();
      await page.getByText(texts.problems["camera-denied"]).waitFor();
      await page.getByRole("button", { name: texts.common.tryAgain }).waitFor();
      await close();
    },
    limit,
  );

  test.each(["J", "Z"] as const)(
    "%s is passed by its movement, and not by a still hand",
    async (letter) => {
      await using still = await launchChromium({ clip: await stillHandOf(letter) });
      const waiting = await openPage(still, `${server.page}#/practice/${letter}`);
      await showFigures(waiting.page);
      await choosePlace(waiting.page, "landmarks");
      let frames = 0;
      waiting.page.on("websocket", (socket) =>
        socket.on("framesent", ({ payload }) => {
          if (typeof payload !== "string") frames += 1;
        }),
      );
      await startCamera(waiting.page);
      // The delay is shown as soon as the hand is read.
      await waiting.page.locator(".stage-figures", { hasText: "ms" }).waitFor();
      const before = frames;
      // Twice what the letter model looks at.
      await until("64 more frames to be sent", () => frames >= before + 64);
      expect((await readLetterDiary(waiting.page)).passed).toEqual([]);
      await still.close();
      await using moving = await launchChromium({ clip: await movingLetter(letter) });
      const { page } = await openPage(moving, `${server.page}#/practice/${letter}`);
      await startCamera(page);
      await untilPassed(page, letter);
    },
    limit,
  );

  test.each(["device", "pictures"] as const)(
    "two hands in sight are told, where nothing leaves but %s",
    async (place) => {
      await using both = await launchChromium({ clip: await bothHands("L") });
      const { page } = await openPage(both, `${server.page}#/free`);
      await choosePlace(page, place);
      await startCamera(page);
      await page.locator(".notices", { hasText: texts.advice["two-hands"] }).waitFor();
    },
    limit,
  );
});
