import type { PictureSource } from "./picture-source.ts";

/**
 * Plays a video until the size of its pictures is known, and answers its source. A source that cannot be played is
 * stopped. @throws what the browser says of it
 */
export async function playSource(video: HTMLVideoElement, source: PictureSource): Promise<PictureSource> {
  video.muted = true;
  video.playsInline = true;
  try {
    await video.play();
  } catch (error) {
    source.stop();
    throw error;
  }
  if (video.videoWidth === 0) {
    await new Promise<void>((resolve) => video.addEventListener("resize", () => resolve(), { once: true }));
  }
  return source;
}
