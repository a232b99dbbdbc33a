import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { texts } from "@signify/web-demo/texts";
import { until } from "../support/with-deadline.ts";
import { hasFirefox, launchFirefox, withoutFirefox } from "./other-browsers/launch-firefox.ts";
import { hasWebkit, launchWebkit, withoutWebkit } from "./other-browsers/launch-webkit.ts";
import {
  fieldValue,
  type OtherBrowser,
  press,
  pressUntilSeen,
  type,
  untilNamed,
  untilSeen,
} from "./other-browsers/other-browser.ts";
import { buildPage } from "./support/built-page.ts";
import { letterPicture } from "./support/clips.ts";

const limit = 180_000;
const environment = { THREAD_POOL_MAX_WORKERS: "1" };

/** The browser of many laptops, and the engine of every iPad. */
const browsers = [
  { name: `Firefox${withoutFirefox}`, isThere: hasFirefox, launch: launchFirefox },
  { name: `WebKit${withoutWebkit}`, isThere: hasWebkit, launch: launchWebkit },
];

/** The page's main ways. */
for (const { name, isThere, launch } of browsers)
  describe.skipIf(!isThere)(`the page in ${name}`, () => {
    let server: LaunchedServer;
    let browser: OtherBrowser;
    beforeAll(async () => {
      await buildPage();
      [server, browser] = await Promise.all([launchServer({ environment }), launch()]);
    }, limit);
    afterAll(async () => {
      await browser?.[Symbol.asyncDispose]();
      await server?.[Symbol.asyncDispose]();
    }, limit);

    const open = async (hash: string) => {
      await browser.open("about:blank");
      await browser.open(`${server.page}${hash}`);
    };

    // Each place with a letter of its own: the row of letters then says for good that it was read.
    test.each([
      ["pictures", "L"],
      ["device", "B"],
      ["landmarks", "Y"],
    ] as const)(
      "a letter is read from a picture where nothing leaves but %s",
      async (place, letter) => {
        await open(`#/practice/${letter}`);
        await press(browser, texts.navigation.settings);
        await press(browser, texts.settings.places[place].name);
        await press(browser, texts.common.close);
        await untilSeen(browser, texts.camera.promise[place]);
        await browser.chooseFile('input[type="file"]', letterPicture(letter));
        await untilNamed(browser, texts.practice.letter(letter, true));
      },
      limit,
    );

    test(
      "who has no camera is told so, and what to do instead",
      async () => {
        await open("#/practice/L");
        await press(browser, texts.camera.start);
        await untilSeen(browser, texts.problems["camera-missing"]);
      },
      limit,
    );

    test(
      "a task is made, done, handed in by a link, and listed",
      async () => {
        await open("#/teach");
        await type(browser, texts.teach.name, "Week 1");
        await type(browser, texts.teach.items, "A B");
        await press(browser, texts.teach.create);
        await untilSeen(browser, texts.teach.code);
        await browser.open(await fieldValue(browser, texts.teach.link));
        await type(browser, texts.task.nickname, "Ada");
        await press(browser, texts.task.begin);
        await untilSeen(browser, texts.task.item(1, 2));
        await pressUntilSeen(browser, texts.task.skip, texts.task.doneText(0, 2));
        await browser.open(await fieldValue(browser, texts.task.link));
        await untilSeen(browser, texts.results.handedIn.added("Ada", "Week 1"));
        await open("#/results");
        await untilSeen(browser, texts.results.summary(1, 2));
      },
      limit,
    );

    test(
      "the page opens without its server after the first visit",
      async () => {
        const other = await launchServer({ environment });
        await browser.open(other.page);
        await until("the service worker to answer for the page", () =>
          browser.run<boolean>("return navigator.serviceWorker.controller !== null;"),
        );
        other.signal("SIGKILL");
        await other.exited;
        await browser.open("about:blank");
        await browser.open(other.page);
        await untilSeen(browser, texts.camera.start);
        expect(await browser.run<boolean>("return fetch('healthz').then(() => true, () => false);")).toBe(
          false,
        );
      },
      limit,
    );
  });
