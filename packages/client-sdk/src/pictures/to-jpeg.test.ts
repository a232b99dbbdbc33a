import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { createFakeCanvasClass } from "../testing/fake-canvas.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import type { Picture } from "./recognition.ts";
import { toJpeg } from "./to-jpeg.ts";

const failure = (made: Promise<unknown>) => made.catch((error: unknown) => error);

describe("toJpeg, where pictures can be drawn", () => {
  let asked: unknown[];
  let closed: number;
  let removals: (() => void)[];
  beforeEach(() => {
    asked = [];
    closed = 0;
    const bitmap = { width: 2048, height: 1024, close: () => (closed += 1) };
    const createBitmap = async (source: unknown) => {
      asked.push(source);
      if (source === unloaded) throw new DOMException("not loaded", "InvalidStateError");
      return bitmap;
    };
    removals = [
      replaceGlobal("createImageBitmap", createBitmap),
      replaceGlobal("OffscreenCanvas", createFakeCanvasClass()),
    ];
  });
  afterEach(() => {
    for (const remove of removals) remove();
  });
  const unloaded = { width: 640, height: 480 };

  test.each([
    ["ImageData, a canvas or a bitmap", { width: 640, height: 480 }],
    ["a video", { videoWidth: 640, videoHeight: 480 }],
    ["a video frame", { displayWidth: 640, displayHeight: 480 }],
    ["a file of any kind", new Blob(["GIF89a"])],
  ] as [string, Picture][])("%s is copied, and the copy is closed, not the app's own", async (_, picture) => {
    expect(await toJpeg(picture)).toEqual(fakeJpeg());
    expect(asked).toEqual([picture]);
    expect(closed).toBe(1);
  });

  test("bytes of a JPEG are left as they are", async () => {
    const jpeg = fakeJpeg();
    expect(await toJpeg(jpeg)).toBe(jpeg);
    expect(asked).toEqual([]);
  });

  test.each([
    ["null", null],
    ["nothing", undefined],
    ["a number", 7],
    ["an object that is no picture", {}],
    ["a video without a picture yet", { videoWidth: 0, videoHeight: 0 }],
    ["a canvas without a size", { width: 0, height: 0 }],
    ["an <img> that has not loaded", unloaded],
    ["bytes of something else", Uint8Array.of(1, 2, 3)],
  ])("%s is told to be no picture", async (_, picture) => {
    expect(await failure(toJpeg(picture as Picture))).toMatchObject({
      code: "bad-picture",
      message: expect.stringMatching(/^Expected a (JPEG )?picture/),
    });
  });
});
