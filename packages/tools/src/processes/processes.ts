import { readdirSync, readFileSync } from "node:fs";

export { freePort } from "./free-port.ts";

/** The process numbers of a process's children, which Linux tells in `/proc`. */
export function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readIfThere(`/proc/${pid}/task/${task}/children`).split(" ").filter(Boolean).map(Number),
  );
}

/** A process's resident memory in megabytes; NaN for one that is gone, or is just being started. */
export function residentMegabytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`))?.[1]) / 1024;
}

/** Milliseconds of processor time that a process has used so far, in steps of ten; NaN for one that is gone. */
export function processorTime(pid: number): number {
  // Behind the name, which may hold anything: fields 14 and 15 of proc(5) in hundredths of a second.
  const [, fields] = readIfThere(`/proc/${pid}/stat`).split(/\) (?!.*\) )/s);
  const [user, system] = (fields ?? "").split(" ").slice(11, 13).map(Number);
  return 10 * ((user ?? Number.NaN) + (system ?? Number.NaN));
}

/** A file of `/proc`; empty if it is gone: processes and threads end between one look and the next. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
