import { readdirSync, readFileSync } from "node:fs";

/** What a server's processes hold, in megabytes and in open descriptors. */
export type ProcessFigures = {
  serverMegabytes: number;
  /** Of one vision process, on average. */
  visionMegabytes: number;
  descriptors: number;
};

/** Reads `/proc` about a server and its vision processes. */
export function readProcessFigures(pid: number): ProcessFigures {
  const children = visionProcesses(pid).map(residentMegabytes).filter(Number.isFinite);
  return {
    serverMegabytes: round(residentMegabytes(pid)),
    visionMegabytes: round(children.reduce((sum, megabytes) => sum + megabytes, 0) / children.length),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
  };
}

/** The process numbers of a server's vision processes. */
export function visionProcesses(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readIfThere(`/proc/${pid}/task/${task}/children`).split(" ").filter(Boolean).map(Number),
  );
}

/** NaN for a process that is gone, or is just being started. */
function residentMegabytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`))?.[1]) / 1024;
}

/** Processes and threads end between one look and the next. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const round = (megabytes: number) => Math.round(megabytes * 10) / 10;
