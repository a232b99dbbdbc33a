import { readFileSync } from "node:fs";

/** What a process uses: bytes of memory at this moment, and milliseconds of processor time since its start. */
export type ProcessUsage = { memory: number; processorTime: number };

/** Milliseconds of a tick, which Linux shows times in, whatever it counts in itself. */
const tick = 10;

/** Bytes of a page, in which Linux shows memory. */
const pageSize = readPageSize();

/** What Linux says of a process in `/proc`; undefined where there is none, or the process is gone. */
export function readProcessUsage(pid: number): ProcessUsage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Its name comes second and may hold anything; user and system time are the 14th and 15th field, its pages the 24th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number);
    return { memory: (pages ?? 0) * pageSize, processorTime: ((user ?? 0) + (system ?? 0)) * tick };
  } catch {
    return undefined;
  }
}

/** Looks it up in what Linux tells each program at its start: pairs of a key and a value, where 6 is the page's size. */
function readPageSize(): number {
  try {
    const words = new BigUint64Array(new Uint8Array(readFileSync("/proc/self/auxv")).buffer);
    for (let index = 0; index < words.length; index += 2)
      if (words[index] === 6n) return Number(words[index + 1]);
  } catch {}
  return 4096;
}
