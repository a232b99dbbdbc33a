import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { fileURLToPath } from "node:url";
import { launchServer } from "@signify/server/launch";
import { findPython } from "./support/python.ts";
import { runProgram, runWell } from "./support/run-program.ts";

setDefaultTimeout(120_000);

const folder = fileURLToPath(new URL("../../packages/client-sdk/examples/python/", import.meta.url));
const vectors = fileURLToPath(new URL("../vectors/frames.json", import.meta.url));
const python = await findPython(folder);
const without = python ? "" : " (skipped: no Python with websockets: SIGNIFY_PYTHON)";
const environment = { PYTHONDONTWRITEBYTECODE: "1", ...python?.environment };

describe.skipIf(!python)(`the example for Python${without}`, () => {
  afterAll(() => python?.[Symbol.dispose]());
  const program = python?.program ?? "";

  test("writes frames as the test vectors have them", async () => {
    const { frames } = await Bun.file(vectors).json();
    const output = await runWell([program, "check_vectors.py", vectors], { folder, environment });
    expect(output).toBe(`${frames.length} frames are written as in the vectors\n`);
  });

  test("sends hand points until the letter is shown", async () => {
    await using server = await launchServer();
    const output = await runWell([program, "practice.py", server.url, "L", "hand.json"], {
      folder,
      environment,
    });
    expect(output).toMatch(/^connected, model \S+ \S+\n(best [A-Z], L \d+%\n)+L is shown\n$/);
  });

  test("ends with what the server says against it", async () => {
    await using server = await launchServer();
    const command = [program, "practice.py", server.url, "not a letter", "hand.json"];
    const { exitCode, output } = await runProgram(command, { folder, environment });
    expect(exitCode).toBe(1);
    expect(output).toContain("RuntimeError: bad-message: ");
  });
});
