import { describe, expect, test } from "bun:test";
import { backgroundTimers, systemTimers } from "./timers.ts";

describe.each([
  ["systemTimers", systemTimers],
  ["backgroundTimers", backgroundTimers],
])("%s", (_, timers) => {
  test("call back", async () => {
    await new Promise<void>((resolve) => void timers.after(0, resolve));
  });

  test("do not when they are canceled, and canceling twice is harmless", async () => {
    let called = false;
    const cancel = timers.after(0, () => {
      called = true;
    });
    cancel();
    cancel();
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
    expect(called).toBe(false);
  });
});

test("a timer in the background does not keep the process alive", async () => {
  const program = `const { backgroundTimers } = await import("${import.meta.dir}/timers.ts"); backgroundTimers.after(3600000, () => {});`;
  const child = Bun.spawn([process.execPath, "-e", program], { stderr: "inherit" });
  expect(await child.exited).toBe(0);
});
