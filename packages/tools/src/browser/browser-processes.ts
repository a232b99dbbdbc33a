import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";

/** A process of a browser. */
export type BrowserProcess = { pid: number; kind: string };

/** The processes of a browser, as it tells them itself: "browser", "renderer", "GPU" and others. */
export async function processesOf(browser: Browser): Promise<BrowserProcess[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.map(({ id, type }) => ({ pid: id, kind: type }));
}

/** Memory of a process in megabytes, pages that others use too counted by their share; 0 for one that is gone. */
export function proportionalMegabytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]) / 1024;
  } catch {
    return 0;
  }
}
