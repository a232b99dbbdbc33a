import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Milliseconds between two looks whether the other one is done. */
const lookAgainAfter = 100;

/**
 * Runs something while no other process on this machine does that names the same file. One that has died without a word
 * holds up nobody.
 * @param path a file that is there as long as somebody runs
 */
export async function oneAtATime<T>(path: string, run: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) await Bun.sleep(lookAgainAfter);
  try {
    return await run();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Whether the file is ours now. */
function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isHeld(path)) rmSync(path, { force: true });
    return false;
  }
}

/** Whether the process that took the file is still there. */
function isHeld(path: string): boolean {
  try {
    const holder = Number(readFileSync(path, "utf8"));
    // Between making the file and writing its number there is nothing in it.
    if (!holder) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
