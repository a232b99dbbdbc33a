import { afterEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { createPixelReader } from "./read-pixels.ts";

let undo: (() => void)[] = [];
afterEach(() => {
  for (const restore of undo) restore();
  undo = [];
});

const room = (bytes: number) => new Uint8Array(bytes);

/** A frame of a camera that fills what it is copied into with sevens. */
function frame(width: number, height: number, changes: object = {}): VideoFrame {
  return {
    ...{ displayWidth: width, displayHeight: height, visibleRect: { width, height } },
    allocationSize: ({ format }: { format?: string } = {}) => (format === "RGBX" ? 4 : 1.5) * width * height,
    copyTo: async (into: Uint8Array) => void into.fill(7),
    ...changes,
  } as unknown as VideoFrame;
}

/** Canvases that say what was drawn on them. */
function drawings() {
  const drawn: number[][] = [];
  class Canvas {
    constructor(
      readonly width: number,
      readonly height: number,
    ) {}
    getContext() {
      return {
        canvas: this,
        drawImage: (_: unknown, ...place: number[]) => void drawn.push(place),
        getImageData: (_x: number, _y: number, width: number, height: number) => ({
          data: new Uint8ClampedArray(4 * width * height).fill(9),
        }),
      };
    }
  }
  undo.push(replaceGlobal("OffscreenCanvas", Canvas));
  return drawn;
}

describe("createPixelReader", () => {
  test("copies a camera's frame straight into the sampler's memory", async () => {
    const drawn = drawings();
    const memory = new Uint8Array(4 * 4 * 2);
    const read = createPixelReader({ room: () => memory });
    expect(await read(frame(4, 2))).toEqual({ data: memory, width: 4, height: 2 });
    expect([...memory]).toEqual(Array(32).fill(7));
    expect(drawn).toEqual([]);
  });

  test.each([
    ["that is turned", { rotation: 90 }],
    ["that is flipped", { flip: true }],
    ["whose pixels are not square", { visibleRect: { width: 2, height: 2 } }],
    ["in a browser that does not convert", { allocationSize: () => 12 }],
    ["that cannot be copied", { copyTo: () => Promise.reject(new Error("not this format")) }],
  ])("draws a frame %s", async (_, changes) => {
    const drawn = drawings();
    const { data, width, height } = await createPixelReader({ room })(frame(4, 2, changes));
    expect([data[0], width, height]).toEqual([9, 4, 2]);
    expect(drawn).toEqual([[0, 0, 4, 2]]);
  });

  test("draws a picture, a large one as small as the server looks at it", async () => {
    const drawn = drawings();
    const read = createPixelReader({ room });
    const picture = (width: number, height: number) => ({ width, height }) as ImageBitmap;
    expect(await read(picture(4, 2))).toMatchObject({ width: 4, height: 2 });
    expect(await read(picture(2560, 1440))).toMatchObject({ width: 1280, height: 720 });
    expect(drawn).toEqual([
      [0, 0, 4, 2],
      [0, 0, 1280, 720],
    ]);
  });
});
