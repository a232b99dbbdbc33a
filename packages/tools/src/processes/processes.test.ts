import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { childrenOf, residentMegabytes } from "./processes.ts";

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
