/** Takes the README's picture of the page anew, a V before the camera where a W is asked: `bun tests/web-demo/take-picture.ts`. */
import { join } from "node:path";
import { launchServer } from "@signify/server/launch";
import { launchChromium } from "@signify/tools/browser";
import { texts } from "@signify/web-demo/texts";
import sharp from "sharp";
import { buildPage } from "./support/built-page.ts";
import { heldLetters } from "./support/clips.ts";
import { openPage } from "./support/open-page.ts";
import { choosePlace, startCamera } from "./support/steps.ts";

const picture = join(import.meta.dir, "../../docs/images/practice.webp");

await buildPage();
await using server = await launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "1" } });
await using browser = await launchChromium({ clip: await heldLetters(["V"], 1), softwareWebgl: true });
const { page } = await openPage(browser, `${server.page}#/practice/W`);
await page.locator(".letter-hand canvas").waitFor();
// Found on the server, hands are never said to be slow.
await choosePlace(page, "pictures");
await startCamera(page);
await page.locator('.stage-help[data-level="hint"]', { hasNotText: texts.help.compare }).waitFor();
await sharp(await page.screenshot())
  .webp({ quality: 80 })
  .toFile(picture);
