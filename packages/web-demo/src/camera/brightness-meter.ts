import { meanLuma } from "./mean-luma.ts";
import { createPixelReader } from "./pixel-reader.ts";

/**
 * Measures the brightness (0..255) of what a video shows; its pictures are read and forgotten. Reading takes a moment: each call
 * begins it, and answers what it came to the last time.
 */
export function createBrightnessMeter(
  video: HTMLVideoElement,
  readPixels = createPixelReader(video),
): () => number | undefined {
  let brightness: number | undefined;
  let reading = false;
  const measure = async () => {
    reading = true;
    // A camera that has not begun shows nothing.
    const pixels = await readPixels().catch(() => undefined);
    brightness = pixels && meanLuma(pixels);
    reading = false;
  };
  return () => {
    if (!reading) void measure();
    return brightness;
  };
}
