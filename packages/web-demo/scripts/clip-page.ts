import type { Letter } from "@signify/core";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { createHandScene, type HandScene, type HandSceneOptions } from "../src/reference-hand/hand-scene.ts";
import type { HandPose } from "../src/reference-hand/types.ts";

/** What `clip-renderer.ts` asks of the page that this file is bundled into. */
export type ClipPage = {
  open(model: string, width: number, height: number, options: HandSceneOptions): Promise<void>;
  frame(pose: HandPose, view: { yaw: number; pitch: number }, quality: number, path?: Letter): string;
  sheet(pictures: readonly { title: string; jpeg: string }[], columns: number): Promise<string>;
};

declare global {
  var clipPage: ClipPage;
}

const canvas = document.createElement("canvas");
let scene: HandScene | undefined;

globalThis.clipPage = {
  async open(model, width, height, options) {
    scene?.dispose();
    const bytes = Uint8Array.from(atob(model), (character) => character.charCodeAt(0));
    const { scene: hand } = await new GLTFLoader().parseAsync(bytes.buffer, "");
    scene = createHandScene(canvas, hand, options);
    scene.resize(width, height);
  },

  frame(pose, { yaw, pitch }, quality, path) {
    if (scene === undefined) throw new Error("The page draws nothing yet: expected a call of `open` first.");
    scene.setPose(pose);
    scene.setPath(path ?? "A", 1);
    scene.setView(yaw, pitch);
    scene.render();
    return canvas.toDataURL("image/jpeg", quality);
  },

  async sheet(pictures, columns) {
    const images = await Promise.all(
      pictures.map(async ({ jpeg }) => createImageBitmap(await (await fetch(jpeg)).blob())),
    );
    const cell = 240;
    const sheet = new OffscreenCanvas(columns * cell, Math.ceil(images.length / columns) * cell);
    const context = sheet.getContext("2d");
    if (context === null) throw new Error("The browser gave no 2D canvas to put the contact sheet on.");
    context.fillStyle = "white";
    context.fillRect(0, 0, sheet.width, sheet.height);
    context.font = "bold 26px sans-serif";
    for (const [index, image] of images.entries()) {
      const x = (index % columns) * cell;
      const y = Math.floor(index / columns) * cell;
      const side = Math.min(image.width, image.height);
      const [left, top] = [(image.width - side) / 2, (image.height - side) / 2];
      context.drawImage(image, left, top, side, side, x, y, cell, cell);
      context.fillStyle = "black";
      context.fillText(pictures[index]?.title ?? "", x + 8, y + 30);
    }
    const blob = await sheet.convertToBlob({ type: "image/webp", quality: 0.85 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
  },
};
