import { meanLuma } from "./mean-luma.ts";

const width = 32;
const height = 24;

/** Measures the brightness of what a video shows on a picture of 32 × 24 pixels, which is read and forgotten. */
export function createBrightnessMeter(video: HTMLVideoElement): () => number | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return () => {
    if (!context || video.videoWidth === 0) return undefined;
    context.drawImage(video, 0, 0, width, height);
    return meanLuma(context.getImageData(0, 0, width, height).data);
  };
}
