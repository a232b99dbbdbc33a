import { childrenOf, processorTime } from "../../processes/processes.ts";

/** Processor time by part: of programs by their process numbers, and of all vision processes, which are their children. */
export function processorTimes(programs: Record<string, number>): Record<string, number> {
  const times = Object.entries(programs).map(([name, pid]) => [name, processorTime(pid)] as const);
  const vision = Object.values(programs)
    .flatMap(childrenOf)
    .reduce((sum, pid) => sum + processorTime(pid), 0);
  return Object.fromEntries([...times, ["vision", vision]]);
}
