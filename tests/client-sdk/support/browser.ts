import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian puts Chromium. */
const executablePath = "/usr/bin/chromium";

/** Whether the tests that need a browser can run: `apt-get install -y chromium` makes it so. */
export const hasChromium = existsSync(executablePath);

/** Starts Chromium without a screen; with a clip, that is what its camera sees. */
export function launchChromium({ clip }: { clip?: string } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
      ...(clip ? [`--use-file-for-fake-video-capture=${clip}`] : []),
    ],
  });
}
