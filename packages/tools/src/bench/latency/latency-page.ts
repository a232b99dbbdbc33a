import { openCamera } from "@signify/client-sdk/camera";
import { recognizeCamera, type Where } from "@signify/client-sdk/on-device";

/** Events of one mode: how long each letter took from its capture, in milliseconds, and what was sent meanwhile. */
export type LatencyReport = { latencies: number[]; frames: number; seconds: number };

type Run = { where: Where; url: string; seconds: number; maxHands: 1 | 2 };

/** Recognizes the camera and lists every letter's latency, from three seconds after the first letter on. */
async function measure({ where, url, seconds, maxHands }: Run): Promise<LatencyReport> {
  const source = await openCamera();
  const { client, close } = await recognizeCamera({ where, url, source, assets: "/signify/", maxHands });
  const latencies: number[] = [];
  await new Promise<void>((resolve) => {
    const off = client.on("prediction", () => {
      off();
      resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const before = client.counts.sent;
  const started = performance.now();
  client.on("prediction", ({ capturedAt }) => latencies.push(performance.now() - capturedAt));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const report = {
    latencies,
    frames: client.counts.sent - before,
    seconds: (performance.now() - started) / 1000,
  };
  close();
  for (const track of source.getTracks()) track.stop();
  return report;
}

Object.assign(globalThis, { measure });
