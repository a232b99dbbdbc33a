import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian puts Chromium. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether the tests that need a browser can run: `apt-get install -y chromium` makes it so. */
export const hasChromium = existsSync(executablePath);

/** Added to the name of a group of tests, so that a run without Chromium says what it left out. */
export const withoutChromium = hasChromium ? "" : ` (skipped: no Chromium at ${executablePath})`;

/** Options of {@link launchChromium}. */
export type LaunchOptions = {
  /** A .mjpeg file that the fake camera shows, over and over at 30 a second. */
  clip?: string;
  /** Whether the camera is allowed when a page asks. Default true. */
  allowCamera?: boolean;
};

/** Starts Chromium without a screen and with a fake camera; it speaks to nobody of its own accord. */
export function launchChromium({ clip, allowCamera = true }: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader"],
      "--use-fake-device-for-media-stream",
      ...(allowCamera ? ["--use-fake-ui-for-media-stream"] : ["--deny-permission-prompts"]),
      ...(clip ? [`--use-file-for-fake-video-capture=${clip}`] : []),
    ],
  });
}
