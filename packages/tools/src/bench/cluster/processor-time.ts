import { readFileSync } from "node:fs";
import { childrenOf } from "../../processes/processes.ts";

/** Ticks of the clock in which Linux counts processor time, in a second. */
const ticksPerSecond = 100;

/** Milliseconds of processor time that a process has used since its start, without its children. */
function processorTime(pid: number): number {
  // Behind the name, which may hold spaces: state, then ten fields, then user and system time.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/** Processor time by part: of programs by their process numbers, and of all vision processes, which are their children. */
export function processorTimes(programs: Record<string, number>): Record<string, number> {
  const times = Object.entries(programs).map(([name, pid]) => [name, processorTime(pid)] as const);
  const vision = Object.values(programs)
    .flatMap(childrenOf)
    .reduce((sum, pid) => sum + processorTime(pid), 0);
  return Object.fromEntries([...times, ["vision", vision]]);
}
