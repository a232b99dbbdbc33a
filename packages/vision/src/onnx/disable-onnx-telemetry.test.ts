import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { handModelPaths, letterModelPaths } from "@signify/models";

const home = mkdtempSync(join(tmpdir(), "signify-onnx-"));
afterAll(() => rmSync(home, { recursive: true }));

/** Runs a program in a home of its own, without the variables that make ONNX Runtime quiet, and answers the files it left. */
async function filesLeftBy(program: string): Promise<string[]> {
  const { PATH = "" } = process.env;
  const child = Bun.spawn([process.execPath, "-e", program], {
    // Bun keeps what it has compiled; that is no business of this test.
    env: { PATH, HOME: home, TMPDIR: home, XDG_CACHE_HOME: home, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    stderr: "inherit",
  });
  expect(await child.exited).toBe(0);
  return readdirSync(home, { recursive: true }) as string[];
}

test("loading the letter model leaves no file behind: ONNX Runtime's telemetry is off", async () => {
  const program = `
    const { loadOnnxLetterModel } = await import("${import.meta.dir}/../letters/onnx-letter-model.ts");
    await loadOnnxLetterModel(${JSON.stringify(letterModelPaths().model)});
    process.exit();`;
  expect(await filesLeftBy(program)).toEqual([]);
});

test("nor does loading the hand networks", async () => {
  const program = `
    const { createOnnxHandModels } = await import("${import.meta.dir}/../networks/onnx-hand-models.ts");
    await createOnnxHandModels(${JSON.stringify(handModelPaths())});
    process.exit();`;
  expect(await filesLeftBy(program)).toEqual([]);
});
