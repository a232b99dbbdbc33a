// Draws where the time of a tracked frame goes, from what `bun run bench --only steps --json` has said before and after a change:
//
//     bun packages/tools/src/bench/draw-frame.ts before.json after.json > docs/images/frame.svg

import { readFileSync } from "node:fs";
import type { FrameSteps } from "./frame-steps.ts";

const parts = [
  { name: "decoding", step: "decode", color: "#4c78a8" },
  { name: "sampling", step: "warp", color: "#f58518" },
  { name: "hand network, int8", step: "hand network, int8", color: "#54a24b" },
  { name: "the rest", step: undefined, color: "#9d9da1" },
] as const;
const [left, width, barHeight, gap] = [70, 560, 34, 16];

const files = process.argv.slice(2);
const frames = files.map(
  (file) => (JSON.parse(readFileSync(file, "utf8")) as { frame: FrameSteps }).frame.steps,
);
const longest = Math.max(...frames.map((steps) => steps["tracked frame"]?.median ?? 0));
const rows = frames.map((steps, row) => {
  const total = steps["tracked frame"]?.median ?? 0;
  const y = 44 + row * (barHeight + gap);
  let at = 0;
  const bars = parts.map(({ step, color }) => {
    const time = step === undefined ? Math.max(0, total - at) : (steps[step]?.median ?? 0);
    const x = left + (at / longest) * width;
    const wide = (time / longest) * width;
    at += time;
    const label = `<text x="${x + wide / 2}" y="${y + 22}" text-anchor="middle" fill="#fff">${time.toFixed(1)}</text>`;
    return `<rect x="${x}" y="${y}" width="${wide}" height="${barHeight}" fill="${color}"/>${wide > 24 ? label : ""}`;
  });
  const name = row === 0 ? "before" : "after";
  const end = left + (Math.max(at, total) / longest) * width + 6;
  return `<text x="8" y="${y + 22}">${name}</text>${bars.join("")}<text x="${end}" y="${y + 22}">${total.toFixed(1)} ms</text>`;
});
const legend = parts.map(
  ({ name, color }, index) =>
    `<rect x="${left + index * 165}" y="12" width="12" height="12" fill="${color}"/><text x="${left + 18 + index * 165}" y="23">${name}</text>`,
);
const height = 44 + frames.length * (barHeight + gap);
const title = "<title>Where the time of a tracked frame goes, before and after, in milliseconds</title>";
process.stdout.write(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${left + width + 80}" height="${height}" font-family="sans-serif" font-size="14">${title}<rect width="100%" height="100%" fill="#fff"/>${legend.join("")}${rows.join("")}</svg>\n`,
);
