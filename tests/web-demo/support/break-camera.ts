import { processesOf } from "@signify/tools/browser";
import type { Browser } from "playwright-core";
import { until } from "../../support/with-deadline.ts";

/** Kills what reads the cameras for Chromium, as a crash does, and waits until it is gone; the next who asks for a camera starts it anew. */
export async function breakCamera(browser: Browser): Promise<void> {
  const find = async () =>
    (await processesOf(browser)).find(({ kind }) => kind.includes("VideoCaptureService"))?.pid;
  const broken = await find();
  if (!broken) throw new Error("expected a process of Chromium's that reads cameras");
  process.kill(broken, "SIGKILL");
  await until("the process that reads cameras to end", async () => (await find()) !== broken);
}
