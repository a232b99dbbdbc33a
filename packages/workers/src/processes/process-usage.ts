import { readFileSync } from "node:fs";

/** What a process uses: bytes of memory at this moment, and milliseconds of processor time since its start. */
export type ProcessUsage = { memory: number; processorTime: number };

/** Milliseconds of a tick, which Linux shows times in, whatever it counts in itself. */
const tick = 10;

/** What Linux says of a process in `/proc`; undefined where there is none, or the process is gone. */
export function readProcessUsage(pid: number): ProcessUsage | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Its name comes second and may hold anything; user and system time are the 14th and 15th field.
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return { memory: Number(kilobytes ?? 0) * 1024, processorTime: (Number(user) + Number(system)) * tick };
  } catch {
    return undefined;
  }
}
