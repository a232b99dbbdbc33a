// Hands and letters in headless Chromium, by mode, with and without isolation, and with a quarter of the processor; and
// the photographs of letters in which this device finds a hand:
//   bun packages/tools/src/bench/browser/browser.ts [--seconds 10] [--only photos|page|modes|quarter] [--modes device,landmarks] [--json]
// It needs Chromium and the photographs in ../shared/data/hands; a quarter of the processor takes root.
import { parseArgs } from "node:util";
import { launchServer } from "@signify/server/launch";
import { launchChromium } from "../../browser/index.ts";
import { photoClip, photoPath, referenceHands } from "../../photos/index.ts";
import { startSite } from "../../site/start-site.ts";
import type { PhotoHands } from "./browser-page.ts";
import { loadPage } from "./load-page.ts";
import { canShareProcessor } from "./share-processor.ts";
import { type ModeFigures, watchMode } from "./watch-mode.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "10" },
    only: { type: "string" },
    modes: { type: "string", default: "device,landmarks,pictures" },
    json: { type: "boolean", default: false },
  },
});
const script = new URL("./browser-page.ts", import.meta.url);
const wanted = (part: string) => values.only === undefined || values.only === part;
const result: Record<string, unknown> = {};

if (wanted("photos")) result.photos = await findInPhotos();
if (wanted("page")) {
  const figures = await loadPage(Number(values.seconds));
  result.page = figures;
  console.log(
    `the page: ${figures.megabytes.toFixed(2)} MB and ${figures.firstLetter.toFixed(0)} ms to the first letter, renderer ${figures.rendererResident.toFixed(0)} MB (own share ${figures.rendererProportional.toFixed(0)})`,
  );
}
if (wanted("modes")) await watchModes(1);
if (wanted("quarter") && canShareProcessor) await watchModes(0.25);
if (values.json) console.log(JSON.stringify(result));
process.exit(0);

async function findInPhotos() {
  const names = Object.keys(referenceHands()).filter((name) => !name.startsWith("gesture-"));
  const files = new Map(names.map((name): [string, string] => [name, photoPath(name)]));
  await using site = await startSite(script, { files });
  await using browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(site.url);
  const found = await page.evaluate(
    (given) =>
      (globalThis as unknown as { findInPhotos: (names: string[]) => Promise<PhotoHands[]> }).findInPhotos(
        given,
      ),
    names,
  );
  const with1 = found.filter(({ hands }) => hands > 0).map(({ name }) => name);
  const without = names.filter((name) => !with1.includes(name));
  console.log(
    `${with1.length} of ${names.length} photographs of letters: a hand; none in ${without.join(" ")}`,
  );
  return { photos: names.length, found: with1.length, without };
}

async function watchModes(processor: number) {
  const clip = await photoClip(["B-f1.jpg", "L-f1.jpg", "Y-f1.jpg", "A-f1.jpg", "V-f1.jpg"], 15);
  await using server = await launchServer();
  const seconds = Number(values.seconds);
  console.log(`\nwith ${processor} of the processor\n`);
  console.log(
    "| mode | isolated | pictures/s | finding hands ms | capture → letter ms, p95 | first letter ms | cores | renderer MB (own share) | longest task ms (at the start) |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|");
  for (const isolated of [true, false]) {
    await using site = await startSite(script, { isolated });
    for (const where of ["device", "landmarks", "pictures"] as const) {
      for (const maxHands of [1, 2] as const) {
        if (
          !values.modes.split(",").includes(where) ||
          (where === "pictures" && (maxHands === 2 || !isolated))
        )
          continue;
        const run = { site: site.url, url: server.url, clip, where, maxHands, seconds, processor };
        const figures = await watchMode(run);
        result[`${where}, ${maxHands}, ${isolated ? "isolated" : "not isolated"}, ${processor}`] = figures;
        console.log(row(`${where}, ${maxHands === 1 ? "one hand" : "two hands"}`, figures));
      }
    }
  }
}

function row(name: string, figures: ModeFigures): string {
  const whole = (value: number) => value.toFixed(0);
  const { picturesPerSecond, finding, letterMedian, letterP95, cores } = figures;
  return `| ${[
    name,
    figures.isolated ? "yes" : "no",
    picturesPerSecond.toFixed(1),
    finding.toFixed(1),
    `${whole(letterMedian)}, ${whole(letterP95)}`,
    whole(figures.firstLetter),
    cores.toFixed(2),
    `${whole(figures.rendererResident)} (${whole(figures.rendererProportional)})`,
    `${whole(figures.longestTask)} (${whole(figures.longestTaskAtStart)})`,
  ].join(" | ")} |`;
}
