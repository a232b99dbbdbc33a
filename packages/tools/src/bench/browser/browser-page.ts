import { openCamera } from "@signify/client-sdk/camera";
import { createHandTracker } from "@signify/client-sdk/hands";
import { recognizeCamera, type Where } from "@signify/client-sdk/on-device";

/** The hands that this device finds in one picture. */
export type PhotoHands = { name: string; hands: number; landmarks: number[]; milliseconds: number };

/** What a run of the camera came to. */
export type CameraReport = {
  /** Milliseconds from the start to the first letter. */
  firstLetter: number;
  seconds: number;
  /** Pictures in which hands were looked for, or that were sent. */
  pictures: number;
  /** Milliseconds from a picture's capture to its letter, in order. */
  latencies: number[];
  /** Milliseconds that finding hands took, in order. */
  finding: number[];
  /** Longest task of the page's thread in milliseconds after the first letter, and before it. */
  longestTask: number;
  longestTaskAtStart: number;
  isolated: boolean;
};

type Run = { where: Where; url: string; seconds: number; maxHands: 1 | 2 };

/** Finds the hands in pictures of this site, as stills. */
async function findInPhotos(names: string[]): Promise<PhotoHands[]> {
  const tracker = await createHandTracker({ assets: "/signify/", mode: "still" });
  const found: PhotoHands[] = [];
  for (const name of names) {
    const picture = await createImageBitmap(await (await fetch(name)).blob());
    const { landmarks, hands, milliseconds } = await tracker.find(picture);
    found.push({ name, hands, landmarks: Array.from(landmarks), milliseconds });
  }
  tracker.close();
  return found;
}

/** Recognizes the camera, and watches from two seconds after the first letter on. */
async function watchCamera({ where, url, seconds, maxHands }: Run): Promise<CameraReport> {
  const tasks: { start: number; duration: number }[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
  }).observe({ type: "longtask" });
  const source = await openCamera();
  const started = performance.now();
  const finding: number[] = [];
  const onHands = ({ milliseconds }: { milliseconds: number }) => void finding.push(milliseconds);
  const assets = "/signify/";
  const { client, close } = await recognizeCamera({ where, url, source, assets, maxHands, onHands });
  const latencies: number[] = [];
  client.on("prediction", ({ capturedAt }) => latencies.push(performance.now() - capturedAt));
  await new Promise<void>((resolve) => {
    const off = client.on("prediction", () => {
      off();
      resolve();
    });
  });
  const first = performance.now();
  await pause(2000);
  const before = client.counts.sent;
  const begun = performance.now();
  latencies.length = 0;
  finding.length = 0;
  await pause(seconds * 1000);
  const lasted = (performance.now() - begun) / 1000;
  const pictures = client.counts.sent - before;
  close();
  for (const track of source.getTracks()) track.stop();
  const longest = (settled: boolean) =>
    Math.max(0, ...tasks.filter(({ start }) => start >= first === settled).map(({ duration }) => duration));
  return {
    ...{ firstLetter: first - started, seconds: lasted, pictures, latencies, finding },
    ...{ longestTask: longest(true), longestTaskAtStart: longest(false) },
    isolated: globalThis.crossOriginIsolated,
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

Object.assign(globalThis, { findInPhotos, watchCamera });
