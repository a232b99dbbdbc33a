import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { childrenOf, processorTime, residentMegabytes } from "./processes.ts";

test.skipIf(!existsSync("/proc/self/status"))(
  "a child is known while it runs, and holds memory (needs /proc)",
  async () => {
    const child = Bun.spawn([process.execPath, "-e", "await Bun.stdin.text()"], { stdin: "pipe" });
    expect(childrenOf(process.pid)).toContain(child.pid);
    expect(residentMegabytes(child.pid)).toBeGreaterThan(0);
    child.stdin.end();
    await child.exited;
    expect(childrenOf(process.pid)).not.toContain(child.pid);
    expect(residentMegabytes(child.pid)).toBeNaN();
  },
);

test.skipIf(!existsSync("/proc/self/stat"))(
  "a process that works uses processor time, as it knows itself (needs /proc)",
  () => {
    const own = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
    while (own() < 50);
    expect(processorTime(process.pid)).toBeGreaterThan(20);
    expect(processorTime(process.pid)).toBeLessThan(own() + 20);
    expect(processorTime(2 ** 30)).toBeNaN();
  },
);
