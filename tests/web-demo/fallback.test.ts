import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import type { Browser, Page } from "playwright-core";
import { buildPage } from "./support/built-page.ts";
import { heldLetters } from "./support/clips.ts";
import { untilPassed } from "./support/letter-diary.ts";
import { openPage } from "./support/open-page.ts";
import { choosePlace, passLetter, startCamera, untilKept } from "./support/steps.ts";

const environment = { THREAD_POOL_MAX_WORKERS: "1" };
const limit = 180_000;

describe.skipIf(!hasChromium)(`a server that does not answer${withoutChromium}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    browser = await launchChromium({ clip: await heldLetters(["A", "B"], 4) });
  }, limit);
  afterAll(() => browser?.close(), limit);

  const told = (page: Page, text: string) => page.getByText(text).waitFor();
  const over = (page: Page, text: string) => page.getByText(text).waitFor({ state: "detached" });
  const restart = ({ port }: LaunchedServer) =>
    launchServer({ environment: { ...environment, WEBSOCKET_PORT: String(port) } });
  /** Has the browser load everything once, as it was on an earlier visit. */
  const visitBefore = async (page: Page) => {
    await startCamera(page);
    await page.getByRole("button", { name: texts.camera.stop }).click();
  };

  test(
    "at the first connection, but lets it in, is bridged, and gone over to when it speaks",
    async () => {
      await using server = await launchServer({ environment });
      const { page, close } = await openPage(browser, server.page);
      let speaks = false;
      await page.routeWebSocket(/recognize/, (socket) => {
        if (speaks) socket.connectToServer();
      });
      await choosePlace(page, "landmarks");
      await page.getByRole("button", { name: texts.camera.start }).click();
      await told(page, texts.connection.onDevice);
      await passLetter(page, "A");
      speaks = true;
      await over(page, texts.connection.onDevice);
      await passLetter(page, "B");
      await close();
    },
    limit,
  );

  test(
    "because it is gone since the last visit, is bridged from the start",
    async () => {
      await using server = await launchServer({ environment });
      const { page, close } = await openPage(browser, server.page, { serviceWorkers: "allow" });
      await visitBefore(page);
      await untilKept(page, [/letters-worker-/, /hands-worker-/, /letters-[0-9a-f]{10}\.json/]);
      await choosePlace(page, "landmarks");
      server.signal("SIGKILL");
      await server.exited;
      await page.getByRole("button", { name: texts.camera.start }).click();
      await told(page, texts.connection.onDevice);
      await untilPassed(page, "A");
      await close();
    },
    limit,
  );

  test(
    "because it is killed as soon as the session is there, is bridged",
    async () => {
      await using server = await launchServer({ environment });
      const { page, close } = await openPage(browser, server.page);
      await visitBefore(page);
      await choosePlace(page, "landmarks");
      await page.routeWebSocket(/recognize/, (socket) => {
        socket.connectToServer().onMessage((message) => {
          socket.send(message);
          server.signal("SIGKILL");
        });
      });
      await page.getByRole("button", { name: texts.camera.start }).click();
      await told(page, texts.connection.onDevice);
      await untilPassed(page, "A");
      await close();
    },
    limit,
  );

  test(
    "any more, without having closed, is bridged, and gone back to when it answers",
    async () => {
      await using server = await launchServer({ environment });
      const { page, close } = await openPage(browser, server.page);
      await choosePlace(page, "landmarks");
      await startCamera(page);
      await untilPassed(page, "A");
      server.signal("SIGSTOP");
      await told(page, texts.connection.onDevice);
      await passLetter(page, "A");
      server.signal("SIGCONT");
      await over(page, texts.connection.onDevice);
      await passLetter(page, "B");
      await close();
    },
    limit,
  );

  test(
    "while this device cannot read letters either, is told in plain words; both are tried again",
    async () => {
      await using server = await launchServer({ environment });
      const { page, close } = await openPage(browser, server.page);
      const missing = /\/recognition\/letters-/;
      await page.route(missing, (route) => route.abort());
      await choosePlace(page, "landmarks");
      await startCamera(page);
      await untilPassed(page, "A");
      server.signal("SIGKILL");
      await server.exited;
      await told(page, texts.connection.nowhere);
      // The files are there again, as from another server of the same address, and the network says that it is back.
      await using again = await restart(server);
      await page.unroute(missing);
      await page.context().setOffline(true);
      await page.context().setOffline(false);
      await over(page, texts.connection.nowhere);
      await passLetter(page, "B");
      expect(again.port).toBe(server.port);
      await close();
    },
    limit,
  );

  test(
    "at a start that failed with the network, is tried again when that is back",
    async () => {
      await using server = await launchServer({ environment });
      const { page, close } = await openPage(browser, server.page);
      const missing = /\/recognition\/letters-/;
      await page.route(missing, (route) => route.abort());
      await page.getByRole("button", { name: texts.camera.start }).click();
      await told(page, texts.problems["letters-failed"]);
      await page.unroute(missing);
      await page.context().setOffline(true);
      await page.context().setOffline(false);
      await untilPassed(page, "A");
      await close();
    },
    limit,
  );
});
