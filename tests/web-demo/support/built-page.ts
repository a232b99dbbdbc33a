import { fileURLToPath } from "node:url";
import { runWell } from "../../support/npm/run-program.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let building: Promise<string> | undefined;

/**
 * Builds the page as it is now, once per run. Test files that run side by side wait for one build, and find it done.
 * @throws Error with what the build said
 */
export async function buildPage(): Promise<void> {
  building ??= runWell([process.execPath, "run", "build"], { folder: root });
  await building;
}
