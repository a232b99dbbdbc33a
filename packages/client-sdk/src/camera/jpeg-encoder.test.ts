import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { createFakeCanvasClass } from "../testing/fake-canvas.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { transferablePicture } from "../testing/transferable-picture.ts";
import { workerAddress } from "../testing/worker-address.ts";
import { installWorkerPage, type WorkerPage } from "../testing/worker-page.ts";
import { createJpegEncoder, type JpegEncoderOptions } from "./jpeg-encoder.ts";
import type { EncodeRequest } from "./pictures-request.ts";

let page: WorkerPage;
let removeCanvas: () => void;
beforeEach(() => {
  page = installWorkerPage();
  removeCanvas = replaceGlobal("OffscreenCanvas", createFakeCanvasClass());
});
afterEach(() => {
  removeCanvas();
  page.remove();
});

/** An encoder whose worker answers with what it was asked. */
const open = (options: JpegEncoderOptions = {}) => {
  const picturesWorker = workerAddress(async (request) => {
    const { maxSide, quality } = request as EncodeRequest;
    if (quality > 1) throw new Error("no context");
    return { result: { maxSide, quality } };
  });
  return createJpegEncoder({ assets: "/signify/", assetFiles: { picturesWorker }, ...options });
};

describe("createJpegEncoder", () => {
  test.each([
    [{}, { maxSide: 640, quality: 0.8 }],
    [
      { maxSide: 320, quality: 0.5 },
      { maxSide: 320, quality: 0.5 },
    ],
  ])("with the options %j the worker makes pictures of %j", async (options, asked) => {
    const encoder = open(options);
    const picture = transferablePicture();
    expect((await encoder.encode(picture)) as unknown).toEqual(asked);
    expect(picture.detached).toBe(true);
    expect(picture.closed).toBe(true);
  });

  test("a picture of which no JPEG could be made is told, and closed", async () => {
    const picture = transferablePicture();
    const error = await open({ quality: 2 })
      .encode(picture)
      .catch((error: unknown) => error);
    expect(error).toMatchObject({
      code: "pictures-failed",
      message: "No JPEG could be made of the camera's picture: no context",
    });
    expect(picture.closed).toBe(true);
  });

  test("finds its worker among the assets, and ends it when it is closed", async () => {
    const encoder = createJpegEncoder({ assets: "/signify/" });
    await settleMicrotasks();
    expect(page.scripts).toEqual(["https://app.example/signify/pictures-worker.js"]);
    encoder.close();
    await settleMicrotasks();
    expect(page.running).toBe(0);
  });

  test("without assets the page makes the JPEG itself", async () => {
    const encoder = createJpegEncoder();
    const picture = Object.assign(transferablePicture(), { width: 640, height: 480 });
    expect(await encoder.encode(picture)).toEqual(fakeJpeg());
    expect(picture.closed).toBe(true);
    encoder.close();
    expect(page.scripts).toEqual([]);
  });

  test("where workers have no canvas it starts none, assets or not", () => {
    removeCanvas();
    createJpegEncoder({ assets: "/signify/" }).close();
    expect(page.scripts).toEqual([]);
  });
});
