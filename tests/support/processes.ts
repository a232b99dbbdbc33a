import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { childrenOf, readIfThere } from "@signify/tools/processes";
import { until } from "./with-deadline.ts";

/** Whether this system tells about processes in `/proc`, which some tests look at. */
export const hasProc = existsSync("/proc/self/fdinfo");

/** The process and its children. */
export function processesOf(pid: number): number[] {
  return [pid, ...childrenOf(pid)];
}

const accessMode = 0o3;

/** Paths of the regular files that a process has open for writing. */
export function filesOpenForWriting(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
    try {
      const path = readlinkSync(`/proc/${pid}/fd/${descriptor}`);
      const flags = /^flags:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/fdinfo/${descriptor}`, "utf8"))?.[1];
      const isWritable = (Number.parseInt(flags ?? "0", 8) & accessMode) !== 0;
      return isWritable && path.startsWith("/") && !path.startsWith("/dev/") ? [path] : [];
    } catch {
      return []; // Closed since it was listed.
    }
  });
}

/** What a process has caused to be written to storage, in bytes. */
export function bytesWrittenToDisk(pid: number): number {
  return Number(/^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, "utf8"))?.[1]);
}

/** The program that a process is, with its arguments; an empty name for one that is gone. */
export function commandOf(pid: number): string[] {
  return readIfThere(`/proc/${pid}/cmdline`).split("\0");
}

/** Whether a process is still there. */
export function isRunning(pid: number): boolean {
  return !["", "Z"].includes(stateOf(pid));
}

/** Stops a process, and settles once it stands still. */
export async function standStill(pid: number): Promise<void> {
  process.kill(pid, "SIGSTOP");
  await until("a process that stands still", () => stateOf(pid) === "T");
}

/** The letter of proc(5), behind the name, which may hold anything; nothing for a process that is gone. */
function stateOf(pid: number): string {
  return /.*\) (\w)/s.exec(readIfThere(`/proc/${pid}/stat`))?.[1] ?? "";
}
