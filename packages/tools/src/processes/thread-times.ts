import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of processor time that a process's threads have used so far: its main thread, and the others by their names. */
export type ThreadTimes = ReadonlyMap<string, number>;

/** The name of a process's first thread in {@link ThreadTimes}. */
export const mainThread = "main";

/** What the kernel's scheduler has counted, in nanoseconds: threads of one name together. Empty for a process that is gone. */
export function threadTimes(pid: number): ThreadTimes {
  const times = new Map<string, number>();
  for (const thread of threadsOf(pid)) {
    const time = timeOf(pid, thread);
    if (time) times.set(time.name, (times.get(time.name) ?? 0) + time.milliseconds);
  }
  return times;
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Threads end between one look and the next. */
function timeOf(pid: number, thread: string): { name: string; milliseconds: number } | undefined {
  try {
    const folder = `/proc/${pid}/task/${thread}`;
    const [nanoseconds] = readFileSync(`${folder}/schedstat`, "utf8").split(" ");
    const name = thread === String(pid) ? mainThread : readFileSync(`${folder}/comm`, "utf8").trim();
    return { name, milliseconds: Number(nanoseconds) / 1e6 };
  } catch {
    return undefined;
  }
}
