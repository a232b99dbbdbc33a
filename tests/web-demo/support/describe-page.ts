import { readMetrics } from "@signify/server/launch";
import type { Page } from "playwright-core";

/** What a page shows, and what its videos and its server do for a second, in words for whoever reads why a test failed. */
export async function describePage(page: Page): Promise<string> {
  const words = await page.locator("body").ariaSnapshot();
  const before = await serverCounts(page);
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
    return Promise.all([...document.querySelectorAll("video")].map(describe));
  });
  const after = await serverCounts(page);
  return [
    `The page is ${await page.evaluate(() => document.visibilityState)} and says:`,
    words,
    `Its videos, for a second: ${JSON.stringify(videos)}`,
    `Its server before that: ${before}`,
    `and after it: ${after}`,
  ].join("\n");
}

/** What a page's server has counted, without what is zero and without buckets. */
async function serverCounts(page: Page): Promise<string> {
  try {
    const counts = [...(await readMetrics({ page: page.url() }))].filter(
      ([name, value]) => name.startsWith("signify_") && !name.includes("_bucket") && value !== 0,
    );
    return JSON.stringify(Object.fromEntries(counts));
  } catch (error) {
    return String(error);
  }
}
