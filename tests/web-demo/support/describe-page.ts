import type { Page } from "playwright-core";

/** What a page shows, and what its videos do for a second, in words for whoever reads why a test failed. */
export async function describePage(page: Page): Promise<string> {
  const words = await page.locator("body").ariaSnapshot();
  const videos = await page.evaluate(async () => {
    const aSecond = new Promise((resolve) => setTimeout(resolve, 1000));
    const describe = async (video: HTMLVideoElement) => {
      const { currentTime: begin, paused, readyState, srcObject } = video;
      let frames = 0;
      const count = () => {
        frames += 1;
        video.requestVideoFrameCallback(count);
      };
      video.requestVideoFrameCallback(count);
      await aSecond;
      const tracks = srcObject instanceof MediaStream ? srcObject.getVideoTracks() : [];
      return {
        ...{ paused, readyState, begin, end: video.currentTime, frames },
        tracks: tracks.map((track) => `${track.readyState}${track.muted ? ", muted" : ""}`),
      };
    };
    const all = await Promise.all([...document.querySelectorAll("video")].map(describe));
    return { page: document.visibilityState, videos: all };
  });
  return `The page says:\n${words}\nIts videos, for a second: ${JSON.stringify(videos)}`;
}
