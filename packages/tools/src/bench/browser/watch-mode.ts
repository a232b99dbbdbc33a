import type { Where } from "@signify/client-sdk/on-device";
import { processesOf, proportionalMegabytes } from "../../browser/browser-processes.ts";
import { launchChromium } from "../../browser/index.ts";
import { processorTime, residentMegabytes } from "../../processes/processes.ts";
import { percentile } from "../statistics.ts";
import type { CameraReport } from "./browser-page.ts";
import { shareProcessor } from "./share-processor.ts";

/** How a page is run. */
export type ModeRun = {
  site: string;
  clip: string;
  where: Where;
  url: string;
  maxHands: 1 | 2;
  seconds: number;
  /** The part of the machine's processor time that the browser gets, 0..1. */
  processor: number;
};

/** What came of it. Times are milliseconds, memory megabytes. */
export type ModeFigures = {
  isolated: boolean;
  firstLetter: number;
  picturesPerSecond: number;
  finding: number;
  letterMedian: number;
  letterP95: number;
  /** Cores that the browser's processes used together. */
  cores: number;
  rendererResident: number;
  rendererProportional: number;
  longestTask: number;
  longestTaskAtStart: number;
};

/** Runs the camera in one mode, in a browser of its own. */
export async function watchMode({ site, clip, seconds, processor, ...run }: ModeRun): Promise<ModeFigures> {
  using share = processor < 1 ? shareProcessor(processor) : undefined;
  await using browser = await launchChromium({ clip });
  const page = await browser.newPage();
  share?.hold((await processesOf(browser)).map(({ pid }) => pid));
  await page.goto(site);
  const report = page.evaluate(
    (given) =>
      (globalThis as unknown as { watchCamera: (run: unknown) => Promise<CameraReport> }).watchCamera(given),
    { ...run, seconds },
  );
  let resident = 0;
  let proportional = 0;
  const used: { at: number; time: number }[] = [];
  const look = async () => {
    const processes = await processesOf(browser);
    share?.hold(processes.map(({ pid }) => pid));
    const renderers = processes.filter(({ kind }) => kind === "renderer").map(({ pid }) => pid);
    resident = Math.max(resident, ...renderers.map(residentMegabytes).filter(Number.isFinite));
    proportional = Math.max(proportional, ...renderers.map(proportionalMegabytes));
    used.push({
      at: performance.now(),
      time: processes.reduce((sum, { pid }) => sum + (processorTime(pid) || 0), 0),
    });
  };
  const looking = setInterval(() => void look().catch(() => {}), 1000);
  const { latencies, finding, pictures, ...told } = await report.finally(() => clearInterval(looking));
  const settled = used.filter(({ at }) => at > performance.now() - told.seconds * 1000);
  const [first, last] = [settled[0], settled.at(-1)];
  await page.close();
  return {
    isolated: told.isolated,
    firstLetter: Math.round(told.firstLetter),
    picturesPerSecond: pictures / told.seconds,
    finding: percentile(finding, 0.5),
    letterMedian: percentile(latencies, 0.5),
    letterP95: percentile(latencies, 0.95),
    cores: first && last ? (last.time - first.time) / (last.at - first.at) : Number.NaN,
    rendererResident: resident,
    rendererProportional: proportional,
    longestTask: told.longestTask,
    longestTaskAtStart: told.longestTaskAtStart,
  };
}
