import { existsSync } from "node:fs";

/** The program that the variable CHROMIUM names, or the one of Debian's package. */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is a Chromium: `apt-get install -y chromium` makes it so. */
export const hasChromium = existsSync(chromiumPath);

/** Added to the name of a group of tests, so that a run without Chromium says what it left out. */
export const withoutChromium = hasChromium ? "" : ` (skipped: no Chromium at ${chromiumPath})`;
