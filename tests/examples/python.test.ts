import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { fileURLToPath } from "node:url";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { longestTest } from "../support/npm/patience.ts";
import { type Example, takeOutExample } from "./support/install-example.ts";
import { findPython } from "./support/python.ts";

setDefaultTimeout(longestTest);

const requirements = fileURLToPath(
  new URL("../../packages/client-sdk/examples/python/requirements.txt", import.meta.url),
);
const python = await findPython(requirements);
const without = python ? "" : " (skipped: no Python with websockets: SIGNIFY_PYTHON)";

describe.skipIf(!python)(`the example for Python${without}`, () => {
  let server: LaunchedServer;
  let example: Example;
  beforeAll(async () => {
    [server, example] = await Promise.all([launchServer(), takeOutExample("python")]);
  });
  afterAll(async () => {
    python?.[Symbol.dispose]();
    example?.[Symbol.dispose]();
    await server?.[Symbol.asyncDispose]();
  });
  const { program = "", environment = {} } = python ?? {};

  test("writes frames as the test vectors of the package have them", async () => {
    const vectors = "../../vectors/frames.json";
    const { frames } = await Bun.file(`${example.folder}/${vectors}`).json();
    const output = await example.runWell([program, "check_vectors.py", vectors], { environment });
    expect(output).toBe(`${frames.length} frames are written as in the vectors\n`);
  });

  test("sends hand points until the letter is shown", async () => {
    const command = [program, "practice.py", server.url, "L", "hand.json"];
    const output = await example.runWell(command, { environment });
    expect(output).toMatch(/^connected, model \S+ \S+\n(best [A-Z], L \d+%\n)+L is shown\n$/);
  });

  test("ends with what the server says against it", async () => {
    const command = [program, "practice.py", server.url, "not a letter", "hand.json"];
    const { exitCode, output } = await example.run(command, { environment });
    expect(exitCode).toBe(1);
    expect(output).toContain("RuntimeError: bad-message: ");
  });
});
