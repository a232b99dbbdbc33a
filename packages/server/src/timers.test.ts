import { expect, test } from "bun:test";
import { systemTimers } from "./timers.ts";

test("a timer calls back", async () => {
  await new Promise<void>((resolve) => void systemTimers.after(0, resolve));
});

test("a cancelled timer does not, and cancelling twice is harmless", async () => {
  let called = false;
  const cancel = systemTimers.after(0, () => {
    called = true;
  });
  cancel();
  cancel();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(called).toBe(false);
});

test("a pending timer does not keep the process alive", async () => {
  const program = `const { systemTimers } = await import("${import.meta.dir}/timers.ts"); systemTimers.after(3600000, () => {});`;
  const child = Bun.spawn([process.execPath, "-e", program], { stderr: "inherit" });
  expect(await child.exited).toBe(0);
});
