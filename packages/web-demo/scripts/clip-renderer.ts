import { fileURLToPath } from "node:url";
import type { Letter } from "@signify/core";
import { launchChromium } from "@signify/tools/browser";
import type { SkinTone } from "../src/reference-hand/skin-tones.ts";
import type { Handedness, HandPose } from "../src/reference-hand/types.ts";
import type {} from "./clip-page.ts";

/** How the pictures look. */
export type ClipLook = {
  hand: Handedness;
  skinTone: SkinTone;
  /** A CSS color. */
  background: string;
  width: number;
  height: number;
  /** JPEG quality, 0..1. */
  quality: number;
};

/** What a laptop's camera might see. */
export const defaultLook: ClipLook = {
  hand: "right",
  skinTone: "honey",
  background: "#cfd8df",
  width: 640,
  height: 480,
  quality: 0.82,
};

/** Draws hands in a browser without a window. */
export type ClipRenderer = AsyncDisposable & {
  /**
   * One picture; `view` is in degrees, as walked around the hand. With `path` the way of that letter's fingertip is drawn. The same
   * input gives the same bytes.
   */
  frame(pose: HandPose, view?: { yaw: number; pitch: number }, path?: Letter): Promise<Uint8Array>;
  /** The middles of pictures side by side, as WebP. */
  sheet(pictures: readonly { title: string; jpeg: Uint8Array }[], columns: number): Promise<Uint8Array>;
};

/** Starts Debian's Chromium, or the one that CHROMIUM names. @throws Error when there is none. */
export async function openClipRenderer(look: Partial<ClipLook> = {}): Promise<ClipRenderer> {
  const { hand, skinTone, background, width, height, quality } = { ...defaultLook, ...look };
  const browser = await launchChromium({ softwareWebgl: true });
  try {
    const page = await browser.newPage();
    await page.setContent("<!doctype html>");
    await page.addScriptTag({ content: await bundlePage(), type: "module" });
    await page.waitForFunction(() => "clipPage" in globalThis);
    const model = await handModel();
    await page.evaluate(
      ([bytes, size, options]) => globalThis.clipPage.open(bytes, size.width, size.height, options),
      [model, { width, height }, { hand, skinTone, background }] as const,
    );
    return {
      async frame(pose, view = { yaw: 0, pitch: 0 }, path) {
        const url = await page.evaluate(
          ([shown, from, level, drawn]) => globalThis.clipPage.frame(shown, from, level, drawn),
          [pose, view, quality, path] as const,
        );
        return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
      },
      async sheet(pictures, columns) {
        const urls = pictures.map(({ title, jpeg }) => ({
          title,
          jpeg: `data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}`,
        }));
        const webp = await page.evaluate(([images, across]) => globalThis.clipPage.sheet(images, across), [
          urls,
          columns,
        ] as const);
        return Buffer.from(webp, "base64");
      },
      [Symbol.asyncDispose]: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function bundlePage(): Promise<string> {
  const entry = fileURLToPath(new URL("clip-page.ts", import.meta.url));
  const { outputs } = await Bun.build({ entrypoints: [entry], target: "browser" });
  const [bundle] = outputs;
  if (bundle === undefined) throw new Error(`Bundling ${entry} gave nothing: expected one file.`);
  return bundle.text();
}

async function handModel(): Promise<string> {
  const path = Bun.resolveSync(
    "@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb",
    import.meta.dir,
  );
  return Buffer.from(await Bun.file(path).arrayBuffer()).toString("base64");
}
