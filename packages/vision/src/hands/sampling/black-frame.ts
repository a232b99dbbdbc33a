import type { RgbaImage } from "../../pictures/rgba-image.ts";

let buffer = new Uint8Array(0);

/** The picture with a frame of black, one pixel wide. Overwritten by the next call. */
export function withBlackFrame(image: RgbaImage): RgbaImage {
  const width = image.width + 2;
  const height = image.height + 2;
  if (buffer.length < 4 * width * height) buffer = new Uint8Array(4 * width * height);
  const data = buffer.subarray(0, 4 * width * height);
  const row = 4 * image.width;
  data.fill(0);
  for (let y = 0; y < image.height; y++) {
    data.set(image.data.subarray(y * row, (y + 1) * row), 4 * ((y + 1) * width + 1));
  }
  return { data, width, height };
}
