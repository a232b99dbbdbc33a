// Capture → letter, by mode, in headless Chromium with a fake camera, against the real server on this machine:
//   bun packages/tools/src/bench/latency/latency.ts [seconds]
// It needs Chromium, and the photographs in ../shared/data/hands.
import { cpus, loadavg } from "node:os";
import { launchServer } from "@signify/server/launch";
import { launchChromium } from "../../browser/index.ts";
import { photoClip } from "../../photos/index.ts";
import { startSite } from "../../site/start-site.ts";
import type { LatencyReport } from "./latency-page.ts";

const seconds = Number(process.argv[2] ?? 15);
const clip = await photoClip(["B-f1.jpg", "L-f1.jpg", "Y-f1.jpg", "A-f1.jpg", "V-f1.jpg"], 15);
await using site = await startSite(new URL("./latency-page.ts", import.meta.url));
await using server = await launchServer();
await using browser = await launchChromium({ clip });

const modes = [
  { name: "device", where: "device", maxHands: 2 },
  { name: "device, one hand", where: "device", maxHands: 1 },
  { name: "landmarks", where: "landmarks", maxHands: 2 },
  { name: "landmarks, one hand", where: "landmarks", maxHands: 1 },
  { name: "pictures", where: "pictures", maxHands: 2 },
] as const;

const share = (sorted: number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]?.toFixed(0) ?? "–";

console.log("| mode | letters | median ms | p95 ms | frames/s | bytes/s up | bytes/s down |");
console.log("|---|---|---|---|---|---|---|");
for (const { name, where, maxHands } of modes) {
  const page = await browser.newPage();
  const traffic = { up: 0, down: 0 };
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => {
      traffic.up += payload.length;
    });
    socket.on("framereceived", ({ payload }) => {
      traffic.down += payload.length;
    });
  });
  await page.goto(site.url);
  const opened = performance.now();
  const {
    latencies,
    frames,
    seconds: lasted,
  }: LatencyReport = await page.evaluate(
    (run) => (globalThis as unknown as { measure: (run: unknown) => Promise<LatencyReport> }).measure(run),
    { where, url: server.url, seconds, maxHands },
  );
  const whole = (performance.now() - opened) / 1000;
  await page.close();
  latencies.sort((one, other) => one - other);
  console.log(
    `| ${name} | ${latencies.length} | ${share(latencies, 0.5)} | ${share(latencies, 0.95)} | ${(frames / lasted).toFixed(1)} | ${(traffic.up / whole).toFixed(0)} | ${(traffic.down / whole).toFixed(0)} |`,
  );
}
console.log(
  `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; server, browser and camera share them.`,
);
