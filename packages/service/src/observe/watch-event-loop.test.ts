import { expect, test } from "bun:test";
import { watchEventLoop } from "./watch-event-loop.ts";

test("work that blocks the event loop is seen once, with its length", async () => {
  const watch = watchEventLoop();
  /** Lets the event loop turn until it was looked at again. */
  const nextLook = async (): Promise<number> => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const longest = watch.takeLongest();
      if (longest > 0) return longest;
    }
  };
  await nextLook();
  const end = performance.now() + 300;
  while (performance.now() < end);
  expect(await nextLook()).toBeGreaterThan(200);
  expect(watch.takeLongest()).toBe(0);
  watch.stop();
});

test("a watch does not keep the process alive", async () => {
  const program = `const { watchEventLoop } = await import("${import.meta.dir}/watch-event-loop.ts"); watchEventLoop();`;
  const child = Bun.spawn([process.execPath, "-e", program], { stderr: "inherit", timeout: 20_000 });
  expect(await child.exited).toBe(0);
});
