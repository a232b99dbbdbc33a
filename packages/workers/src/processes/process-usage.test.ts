import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { readProcessUsage } from "./process-usage.ts";

test.skipIf(!existsSync("/proc/self/status"))("memory and processor time of a process (needs /proc)", () => {
  const before = readProcessUsage(process.pid);
  const held = new Uint8Array(64 * 2 ** 20).fill(1);
  const { user, system } = process.cpuUsage();
  const after = readProcessUsage(process.pid);
  expect((after?.memory ?? 0) - (before?.memory ?? 0)).toBeGreaterThan(held.length / 2);
  expect(Math.abs((after?.processorTime ?? 0) - (user + system) / 1000)).toBeLessThan(100);
});

test("a process that is gone uses nothing that could be told", async () => {
  const child = Bun.spawn([process.execPath, "--revision"], { stdout: "ignore" });
  await child.exited;
  expect(readProcessUsage(child.pid)).toBeUndefined();
});
