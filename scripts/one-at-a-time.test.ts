import { afterEach, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oneAtATime } from "./one-at-a-time.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-lock-"));
const path = join(folder, "deeper", "lock");
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("several processes run one after the other", async () => {
  const program = `
    import { oneAtATime } from "${import.meta.dir}/one-at-a-time.ts";
    await oneAtATime("${path}", async () => {
      console.log("begin");
      await Bun.sleep(50);
      console.log("end");
    });
  `;
  const said: string[] = [];
  const runs = Array.from({ length: 4 }, async () => {
    const child = Bun.spawn([process.execPath, "-e", program], { stdout: "pipe" });
    const decoder = new TextDecoder();
    for await (const chunk of child.stdout) said.push(...decoder.decode(chunk).split("\n").filter(Boolean));
    return await child.exited;
  });
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
  expect(said).toEqual(Array.from({ length: 4 }, () => ["begin", "end"]).flat());
  expect(existsSync(path)).toBe(false);
});

test("what fails lets the next one run, and comes out", async () => {
  await expect(oneAtATime(path, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await oneAtATime(path, async () => 7)).toBe(7);
});

test("one that was killed holds up nobody", async () => {
  const child = Bun.spawn([process.execPath, "-e", "0"]);
  await child.exited;
  await oneAtATime(path, async () => {});
  writeFileSync(path, String(child.pid));
  expect(await oneAtATime(path, async () => "ran")).toBe("ran");
});
