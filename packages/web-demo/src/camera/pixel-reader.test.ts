import { expect, test } from "bun:test";
import { createPixelReader } from "./pixel-reader.ts";

const video = {} as HTMLVideoElement;
const drawn = [9, 9, 9, 255];

/** A reader of frames of 4 × 2 pixels, filled with sevens; and how many of them are open. */
function readerOf(changes: object = {}) {
  let open = 0;
  const takeFrame = () => {
    open += 1;
    return {
      visibleRect: { width: 4, height: 2 },
      allocationSize: ({ format }: { format?: string } = {}) => (format === "RGBX" ? 32 : 12),
      copyTo: async (into: Uint8Array) => void into.fill(7),
      close() {
        open -= 1;
      },
      ...changes,
    } as unknown as VideoFrame;
  };
  return { read: createPixelReader(video, { takeFrame, draw: () => drawn }), open: () => open };
}

test("the pixels of a frame are copied into the same memory, and the frame is closed", async () => {
  const { read, open } = readerOf();
  const pixels = await read();
  expect(Array.from(pixels)).toEqual(Array(32).fill(7));
  expect(await read()).toBe(pixels);
  expect(open()).toBe(0);
});

test.each([
  ["that does not convert", { allocationSize: () => 12 }],
  [
    "that knows no such format",
    {
      allocationSize: () => {
        throw new TypeError("format");
      },
    },
  ],
  ["that cannot copy this frame", { copyTo: () => Promise.reject(new Error("not this format")) }],
])("a browser %s has the video drawn, and the frame is closed", async (_, changes) => {
  const { read, open } = readerOf(changes);
  expect(await read()).toBe(drawn);
  expect(open()).toBe(0);
});

test("a browser without frames has the video drawn", async () => {
  const read = createPixelReader(video, { takeFrame: () => undefined, draw: () => drawn });
  expect(await read()).toBe(drawn);
});

test("a video that shows nothing is told of", async () => {
  const takeFrame = () => {
    throw new Error("expected a video that has begun");
  };
  const failure = await createPixelReader(video, { takeFrame, draw: () => drawn })().catch((error) => error);
  expect(failure).toBeInstanceOf(Error);
});
