import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import type { ReferenceHand } from "./create-reference-hand.ts";

setDefaultTimeout(60_000);

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const missing = existsSync(executablePath) ? "" : ` (skipped: no Chromium at ${executablePath})`;

declare global {
  var hand: ReferenceHand;
  var drawn: number;
}

/** Counts the pictures that are asked for, and makes a hand on a canvas of 300 by 300. */
const entry = `
  import { createReferenceHand } from ${JSON.stringify(new URL("create-reference-hand.ts", import.meta.url).pathname)};
  globalThis.drawn = 0;
  const request = requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    drawn += 1;
    return request(callback);
  };
  const canvas = document.querySelector("canvas");
  globalThis.hand = await createReferenceHand(canvas, { hand: "right", reducedMotion: location.hash === "#calm" });
`;

/** What Vite does with \`?url\`. */
const modelAddress: import("bun").BunPlugin = {
  name: "model address",
  setup(build) {
    build.onResolve({ filter: /\.glb\?url$/ }, ({ path }) => ({ path, namespace: "model" }));
    build.onLoad({ filter: /.*/, namespace: "model" }, () => ({
      contents: 'export default "/right.glb"',
      loader: "js",
    }));
    build.onLoad({ filter: /entry\.js$/ }, () => ({ contents: entry, loader: "js" }));
  },
};

describe.skipIf(missing !== "")(`the reference hand on a canvas${missing}`, () => {
  let server: Bun.Server<undefined>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const path = `${import.meta.dir}/entry.js`;
    const { outputs } = await Bun.build({
      entrypoints: [path],
      files: { [path]: entry },
      plugins: [modelAddress],
    });
    const script = await outputs[0]!.text();
    const model = Bun.resolveSync(
      "@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb",
      import.meta.dir,
    );
    const html = `<canvas style="width:300px;height:300px"></canvas><script type="module" src="/script.js"></script>`;
    server = Bun.serve({
      port: 0,
      routes: {
        "/": new Response(html, { headers: { "content-type": "text/html" } }),
        "/script.js": new Response(script, { headers: { "content-type": "text/javascript" } }),
        "/right.glb": new Response(Bun.file(model)),
      },
    });
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-quic", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop(true);
  });

  const open = async (hash = "") => {
    page = await browser.newPage();
    await page.goto(`${server.url}${hash}`);
    await page.waitForFunction(() => "hand" in globalThis, undefined, { polling: 50 });
  };
  /** Waits until a second has gone by in which nothing was drawn. */
  const rest = () =>
    page.evaluate(async () => {
      let before: number;
      do {
        before = globalThis.drawn;
        await new Promise((resolve) => setTimeout(resolve, 1000));
      } while (globalThis.drawn !== before);
    });
  const drawn = () => page.evaluate(() => globalThis.drawn);

  test("draws while a letter changes, and then nothing any more", async () => {
    await open();
    await rest();
    const before = await drawn();
    await page.evaluate(() => globalThis.hand.show("B"));
    await rest();
    expect(await drawn()).toBeGreaterThan(before + 1);
  });

  test("with reduced motion a letter costs one picture", async () => {
    await open("#calm");
    await rest();
    const before = await drawn();
    await page.evaluate(() => globalThis.hand.show("J"));
    await rest();
    expect(await drawn()).toBe(before + 1);
  });

  test("is turned by dragging", async () => {
    await open("#calm");
    await rest();
    const picture = () => page.locator("canvas").screenshot();
    const front = await picture();
    await page.mouse.move(100, 150);
    await page.mouse.down();
    await page.mouse.move(190, 150, { steps: 4 });
    await page.mouse.up();
    await rest();
    expect(front.equals(await picture())).toBe(false);
    await page.evaluate(() => globalThis.hand.face());
    await rest();
    expect(front.equals(await picture())).toBe(true);
  });

  test("does nothing more once it is disposed of", async () => {
    await open();
    await page.evaluate(() => {
      globalThis.hand.show("J");
      globalThis.hand.dispose();
    });
    const before = await drawn();
    await page.waitForTimeout(300);
    expect(await drawn()).toBe(before);
  });
});
