import type { ClientState } from "@signify/client-sdk";
import { openCamera } from "@signify/client-sdk/camera";
import { createHandTracker } from "@signify/client-sdk/hands";
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

type Run = { where: Where; url: string; letters: number; state: ClientState };

/** Milliseconds after which a run ends without its letters or its state; nothing waits for it unless something is broken. */
const patience = 60_000;

/**
 * Recognizes what the camera sees until so many letters have come and the client is in that state: on a busy machine
 * its link is slow at times.
 */
async function run({ where, url, letters: wanted, state: last }: Run): Promise<RecognitionReport> {
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
  await new Promise<void>((resolve) => {
    const look = () => letters.length >= wanted && client.state === last && resolve();
    setTimeout(resolve, patience);
    client.on("state", look);
    client.on("prediction", ({ letter, probability, capturedAt }) => {
      const at = performance.now();
      letters.push({ letter, probability, at, latency: at - capturedAt });
      look();
    });
  });
  const settled = letters[0]?.at ?? 0;
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

/** How often the page's thread had a turn while hands were looked for in so many pictures. */
async function turnsWhileFinding(pictures: number): Promise<number> {
  const tracker = await createHandTracker({ assets: "/signify/", mode: "still" });
  const { port1, port2 } = new MessageChannel();
  let turns = 0;
  port1.onmessage = () => {
    turns += 1;
    port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
  for (let picture = 0; picture < pictures; picture++) {
    const canvas = new OffscreenCanvas(640, 480);
    canvas.getContext("2d");
    await tracker.find(canvas.transferToImageBitmap());
  }
  port1.close();
  tracker.close();
  return turns;
}

Object.assign(globalThis, { run, turnsWhileFinding });
