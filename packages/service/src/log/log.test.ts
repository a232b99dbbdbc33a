import { expect, test } from "bun:test";

const program = `
  const { createLog } = await import("${import.meta.dir}/log.ts");
  const log = createLog(process.argv[1] ?? "info");
  log.debug("small talk");
  log.info({ processed_frames: 3 }, "stopped");
  process.exit(0);
`;

async function linesAt(level: string): Promise<Record<string, unknown>[]> {
  const child = Bun.spawn([process.execPath, "-e", program, level], { stdout: "pipe" });
  const text = await new Response(child.stdout).text();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

test("the last line is written even when the process ends at once", async () => {
  const lines = await linesAt("info");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ processed_frames: 3, msg: "stopped" });
});

test("a line holds time, level and what was said, nothing of the machine", async () => {
  const [line] = await linesAt("info");
  expect(Object.keys(line ?? {}).sort()).toEqual(["level", "msg", "processed_frames", "time"]);
});

test("less severe lines than asked for are left out", async () => {
  expect(await linesAt("silent")).toEqual([]);
  expect(await linesAt("debug")).toHaveLength(2);
});
