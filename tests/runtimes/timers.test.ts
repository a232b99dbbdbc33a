import { expect, test } from "bun:test";

/** Sets a timer of an hour in a program of its own, which does nothing else. */
function programWith(timers: "systemTimers" | "backgroundTimers") {
  const program = `import { ${timers} } from "@signify/core"; ${timers}.after(3_600_000, () => {}); console.log("set");`;
  return Bun.spawn([process.execPath, "-e", program], { cwd: import.meta.dir, stderr: "inherit" });
}

test("a timer in the background does not keep the program alive", async () => {
  expect(await programWith("backgroundTimers").exited).toBe(0);
});

test("another one does, for a client that waits for its next attempt", async () => {
  const program = programWith("systemTimers");
  expect((await new Response(program.stdout.pipeThrough(firstChunk())).text()).trim()).toBe("set");
  expect(program.exitCode).toBeNull();
  program.kill();
  await program.exited;
});

/** Ends a stream after its first chunk. */
function firstChunk(): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk);
      controller.terminate();
    },
  });
}
