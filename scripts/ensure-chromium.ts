import { existsSync } from "node:fs";
import { hasChromium } from "@signify/tools/browser";

/**
 * Installs Debian's Chromium for the browser tests where that can be done without asking: as root, on a machine with
 * apt. Elsewhere it says what is missing.
 */
export async function ensureChromium(): Promise<void> {
  if (hasChromium) return;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall) {
    console.error("Chromium is not there: browser tests are skipped. On Debian: apt-get install chromium");
    return;
  }
  console.error("Installing Chromium for the browser tests …");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const command of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const child = Bun.spawn(command, { env: environment, stdio: ["ignore", "ignore", "inherit"] });
    if ((await child.exited) !== 0) console.error(`${command.join(" ")} failed: browser tests are skipped.`);
  }
}
