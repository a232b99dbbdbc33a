import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { mainThread, threadTimes } from "./thread-times.ts";

test.skipIf(!existsSync("/proc/self/schedstat"))(
  "the main thread's time is told by itself, and grows with its work (needs /proc)",
  () => {
    const own = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
    const before = threadTimes(process.pid).get(mainThread) ?? Number.NaN;
    const start = own();
    while (own() - start < 60);
    const used = (threadTimes(process.pid).get(mainThread) ?? Number.NaN) - before;
    expect(used).toBeGreaterThan(10);
    expect(used).toBeLessThan(own() - start + 20);
    expect(threadTimes(2 ** 30).size).toBe(0);
  },
);
