import { openCamera } from "@signify/client-sdk/camera";
import { recognizeCamera, type Where } from "@signify/client-sdk/on-device";

/** What a run of the page found out. */
export type RecognitionReport = {
  state: string;
  reason: string | undefined;
  letters: { letter: string; probability: number; at: number; latency: number }[];
  statuses: string[];
  errors: string[];
  /** Longest task of the page's thread in milliseconds, from the first letter on, and while starting. */
  longestTask: number;
  longestTaskAtStart: number;
  counts: { offered: number; sent: number };
};

type Run = { where: Where; url: string; seconds: number };

/** Recognises what the camera sees for so many seconds, counted from the first letter. */
async function run({ where, url, seconds }: Run): Promise<RecognitionReport> {
  const tasks: { start: number; duration: number }[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
  }).observe({ type: "longtask" });
  const source = await openCamera();
  const { client, close } = await recognizeCamera({ where, url, source, assets: "/signify/" });
  const letters: RecognitionReport["letters"] = [];
  const statuses: string[] = [];
  const errors: string[] = [];
  client.on("status", ({ state }) => statuses.push(state));
  client.on("error", ({ error }) => errors.push(`${error.code}: ${error.message}`));
  const first = new Promise<void>((resolve) => {
    client.on("prediction", ({ letter, probability, capturedAt }) => {
      const at = performance.now();
      letters.push({ letter, probability, at, latency: at - capturedAt });
      resolve();
    });
  });
  await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 30_000))]);
  const settled = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const { offered, sent } = client.counts;
  const { state, reason } = client;
  close();
  for (const track of source.getTracks()) track.stop();
  const longest = (during: boolean) =>
    Math.max(0, ...tasks.filter(({ start }) => start >= settled === during).map(({ duration }) => duration));
  return {
    ...{ state, reason, letters, statuses, errors },
    ...{ longestTask: longest(true), longestTaskAtStart: longest(false), counts: { offered, sent } },
  };
}

Object.assign(globalThis, { run });
