import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

/** Processes that share a part of the machine's processor time. */
export type ProcessorShare = Disposable & {
  /** Adds processes; what they start afterwards belongs to it too. */
  hold(pids: readonly number[]): void;
};

/** Where Linux keeps limits of processor time (version 1 of control groups). */
const groups = "/sys/fs/cgroup/cpu";
/** Short, so that a share is a slower processor rather than one that is there now and then. */
const periodMicroseconds = 20_000;

/** Whether shares can be set here: it takes root. */
export const canShareProcessor = existsSync(`${groups}/cpu.cfs_quota_us`) && process.getuid?.() === 0;

/**
 * Holds processes to a share (0..1) of all the machine's cores together. Chromium's own throttling (CDP) slows the page's thread alone and
 * none of its workers.
 */
export function shareProcessor(share: number): ProcessorShare {
  const group = `${groups}/signify-bench-${process.pid}`;
  mkdirSync(group);
  writeFileSync(`${group}/cpu.cfs_period_us`, String(periodMicroseconds));
  writeFileSync(`${group}/cpu.cfs_quota_us`, String(Math.round(share * cpus().length * periodMicroseconds)));
  return {
    hold: (pids) => move(pids, group),
    [Symbol.dispose]() {
      const left = readFileSync(`${group}/cgroup.procs`, "utf8").split("\n").filter(Boolean);
      move(left.map(Number), groups);
      rmdirSync(group);
    },
  };
}

function move(pids: readonly number[], group: string): void {
  for (const pid of pids) {
    try {
      writeFileSync(`${group}/cgroup.procs`, String(pid));
    } catch {
      // It has ended meanwhile.
    }
  }
}
