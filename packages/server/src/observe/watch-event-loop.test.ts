import { expect, test } from "bun:test";
import { watchEventLoop } from "./watch-event-loop.ts";

test("work that blocks the event loop is seen once, with its length", async () => {
  const watch = watchEventLoop();
  const end = performance.now() + 300;
  while (performance.now() < end);
  let longest = 0;
  while (longest === 0) {
    await new Promise((resolve) => setImmediate(resolve));
    longest = watch.takeLongest();
  }
  expect(longest).toBeGreaterThan(200);
  expect(watch.takeLongest()).toBe(0);
  watch.stop();
});

test("a watch does not keep the process alive", async () => {
  const program = `const { watchEventLoop } = await import("${import.meta.dir}/watch-event-loop.ts"); watchEventLoop();`;
  const child = Bun.spawn([process.execPath, "-e", program], { stderr: "inherit", timeout: 20_000 });
  expect(await child.exited).toBe(0);
});
