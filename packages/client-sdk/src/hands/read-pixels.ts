import type { RgbaImage, Sampler } from "@signify/vision/hands";

/** Longest side of what is looked at, in pixels: as long as the server's. */
const longestSide = 1280;

/** Turns pictures into pixels. The result is overwritten by the next call. */
export type PixelReader = (picture: ImageBitmap | VideoFrame) => Promise<RgbaImage>;

/** Makes a {@link PixelReader} that writes into a sampler's memory where the browser can, and uses its canvas again. */
export function createPixelReader({ room }: Pick<Sampler, "room">): PixelReader {
  let canvas: OffscreenCanvasRenderingContext2D | undefined;

  const draw = (picture: ImageBitmap | VideoFrame, width: number, height: number): RgbaImage => {
    if (!canvas || canvas.canvas.width !== width || canvas.canvas.height !== height) {
      canvas =
        new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true, alpha: false }) ??
        undefined;
    }
    if (!canvas) throw new Error("expected a canvas to read pictures with");
    canvas.drawImage(picture, 0, 0, width, height);
    const { data } = canvas.getImageData(0, 0, width, height);
    return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height };
  };

  return async (picture) => {
    const { width, height } = sizeOf(picture);
    const scale = Math.min(1, longestSide / Math.max(width, height));
    if (scale === 1 && "copyTo" in picture && isUpright(picture)) {
      try {
        const data = room(4 * width * height);
        await picture.copyTo(data, { format: "RGBX" });
        return { data, width, height };
      } catch {
        // Not every browser converts: then a canvas does.
      }
    }
    return draw(picture, Math.max(1, Math.round(scale * width)), Math.max(1, Math.round(scale * height)));
  };
}

/** Size as it is shown, in pixels. */
function sizeOf(picture: ImageBitmap | VideoFrame): { width: number; height: number } {
  return "displayWidth" in picture
    ? { width: picture.displayWidth, height: picture.displayHeight }
    : { width: picture.width, height: picture.height };
}

/** Whether a frame's pixels are as it is shown, and this browser converts them: some only copy what the camera gave. */
function isUpright(frame: VideoFrame): boolean {
  const { visibleRect, displayWidth: width, displayHeight: height } = frame;
  const { rotation = 0, flip = false } = frame as { rotation?: number; flip?: boolean };
  const isPlain = visibleRect?.width === width && visibleRect.height === height && rotation === 0 && !flip;
  return isPlain && frame.allocationSize({ format: "RGBX" }) === 4 * width * height;
}
