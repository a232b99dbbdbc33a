import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import type { Browser, Page } from "playwright-core";
import type { ReferenceHand } from "./create-reference-hand.ts";

setDefaultTimeout(60_000);

declare global {
  var hand: ReferenceHand;
  /** Settles when the hand is on its canvas and has been told that it is in view. */
  var ready: Promise<void>;
  /** Pictures that were asked for so far, and those of them that are still to be drawn. */
  var drawn: number;
  var due: Set<number>;
  /** Called when a picture has been drawn. */
  var onDrawn: (() => void) | undefined;
  /** Settles when no picture is due any more. */
  var rest: () => Promise<void>;
}

/**
 * Watches what is asked of the browser, and makes a hand on a canvas of 300 by 300. A picture is 16 ms after the one before,
 * however long the browser takes for it: on a busy machine nothing of a movement is left out.
 */
const entry = `
  import { createReferenceHand } from ${JSON.stringify(new URL("create-reference-hand.ts", import.meta.url).pathname)};
  globalThis.drawn = 0;
  globalThis.due = new Set();
  let waiting = [];
  const settle = () => {
    if (due.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  globalThis.rest = () => new Promise((resolve) => {
    waiting.push(resolve);
    settle();
  });
  const request = requestAnimationFrame;
  let now = 0;
  performance.now = () => now;
  globalThis.requestAnimationFrame = (callback) => {
    drawn += 1;
    const handle = request(() => {
      callback((now += 16));
      globalThis.onDrawn?.();
      due.delete(handle);
      settle();
    });
    due.add(handle);
    return handle;
  };
  const cancel = cancelAnimationFrame;
  globalThis.cancelAnimationFrame = (handle) => {
    cancel(handle);
    due.delete(handle);
    settle();
  };
  const inView = new Promise((resolve) => {
    globalThis.IntersectionObserver = class extends IntersectionObserver {
      constructor(report) {
        super((entries, observer) => {
          report(entries, observer);
          resolve();
        });
      }
    };
  });
  const canvas = document.querySelector("canvas");
  globalThis.ready = createReferenceHand(canvas, { hand: "right", reducedMotion: location.hash === "#calm" })
    .then((made) => {
      globalThis.hand = made;
      return inView;
    });
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

describe.skipIf(!hasChromium)(`the reference hand on a canvas${withoutChromium}`, () => {
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
    browser = await launchChromium({ softwareWebgl: true });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop(true);
  });

  const open = async (hash = "") => {
    page = await browser.newPage();
    await page.goto(`${server.url}${hash}`);
    await page.evaluate(() => globalThis.ready);
    await rest();
  };
  const rest = () => page.evaluate(() => globalThis.rest());
  const drawn = () => page.evaluate(() => globalThis.drawn);

  test("draws while a letter changes, and then nothing any more", async () => {
    await open();
    const before = await drawn();
    await page.evaluate(() => globalThis.hand.show("B"));
    await rest();
    expect(await drawn()).toBeGreaterThan(before + 1);
  });

  test("with reduced motion a letter costs one picture", async () => {
    await open("#calm");
    const before = await drawn();
    await page.evaluate(() => globalThis.hand.show("J"));
    await rest();
    expect(await drawn()).toBe(before + 1);
  });

  test("is turned by dragging", async () => {
    await open("#calm");
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

  test("asks for nothing more once it is disposed of", async () => {
    await open();
    const [moving, disposed] = await page.evaluate(() => {
      globalThis.hand.show("J");
      const before = globalThis.due.size;
      globalThis.hand.dispose();
      return [before, globalThis.due.size];
    });
    expect(moving).toBe(1);
    expect(disposed).toBe(0);
  });

  test("spells a word and says when it is done, and another letter ends it before that", async () => {
    await open("#calm");
    const spelled = await page.evaluate(async () => {
      const pace = { change: 20, hold: 60, ready: 20 };
      const shapes: number[] = [];
      globalThis.onDrawn = () => shapes.push(globalThis.hand.points()[8 * 3 + 1] ?? 0);
      await new Promise<void>((resolve) => globalThis.hand.spell(["D", "A"], pace, resolve));
      return { highest: Math.max(...shapes), last: globalThis.hand.points()[8 * 3 + 1] ?? 0 };
    });
    // The tip of the index finger: up for D, in the fist for A.
    expect(spelled.highest).toBeGreaterThan(spelled.last + 0.5);
    const ends = await page.evaluate(async () => {
      let count = 0;
      globalThis.hand.spell(["D", "A"], { change: 20, hold: 60, ready: 20 }, () => (count += 1));
      globalThis.hand.show("B");
      await globalThis.rest();
      return count;
    });
    expect(ends).toBe(0);
  });

  test("a slow replay opens the hand, and ends in the letter", async () => {
    await open("#calm");
    const height = () => page.evaluate(() => globalThis.hand.points()[8 * 3 + 1] ?? 0);
    await page.evaluate(() => globalThis.hand.show("A"));
    await rest();
    const closed = await height();
    const opened = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          globalThis.hand.replaySlowly();
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve(globalThis.hand.points()[8 * 3 + 1] ?? 0)),
          );
        }),
    );
    expect(opened).toBeGreaterThan(closed + 0.5);
    await rest();
    expect(await height()).toBeCloseTo(closed);
  });

  test("the landmarks are those of a right hand from the front, also of one that is turned", async () => {
    await open("#calm");
    await page.evaluate(() => globalThis.hand.show("B"));
    await rest();
    const points = () => page.evaluate(() => [...globalThis.hand.points()]);
    const front = await points();
    const at = (landmark: number) => front.slice(landmark * 3, landmark * 3 + 3) as [number, number, number];
    const [wrist, knuckle, middleTip, thumb, little] = [at(0), at(9), at(12), at(2), at(17)];
    expect(Math.hypot(...wrist.map((value, axis) => value - knuckle[axis]!))).toBeCloseTo(1);
    expect(middleTip[1]).toBeGreaterThan(knuckle[1] + 0.8);
    expect(thumb[0]).toBeGreaterThan(little[0]);
    await page.evaluate(() => globalThis.hand.turn(60));
    await rest();
    const turned = await points();
    turned.forEach((value, index) => {
      expect(value).toBeCloseTo(front[index]!);
    });
  });

  test("a marked finger is seen, and is gone when it is marked no more", async () => {
    await open("#calm");
    await page.evaluate(() => globalThis.hand.show("B"));
    await rest();
    const picture = () => page.locator("canvas").screenshot();
    const plain = await picture();
    await page.evaluate(() => globalThis.hand.mark([13, 14, 15, 16]));
    await rest();
    expect(plain.equals(await picture())).toBe(false);
    await page.evaluate(() => globalThis.hand.mark([]));
    await rest();
    expect(plain.equals(await picture())).toBe(true);
  });
});
