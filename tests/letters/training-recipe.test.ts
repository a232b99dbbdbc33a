import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Runs the training recipe's own tests, on a machine that has what they need. */

const recipe = fileURLToPath(new URL("../../models/training", import.meta.url));
const environmentOfReadme = fileURLToPath(new URL("../../models/letters-venv/bin/python", import.meta.url));
const python =
  process.env.SIGNIFY_PYTHON ?? (existsSync(environmentOfReadme) ? environmentOfReadme : "python3");
const needed = "numpy, torch, onnx, onnxruntime, matplotlib, pytest";
const patience = 300_000;

/** Runs Python in the recipe's folder on one thread; a machine without it answers like a command that failed. */
function runPython(...args: string[]): { succeeded: boolean; output: string } {
  try {
    const { success, stdout, stderr } = Bun.spawnSync([python, "-B", ...args], {
      cwd: recipe,
      env: { ...process.env, OMP_NUM_THREADS: "1" },
      timeout: patience,
    });
    return { succeeded: success, output: `${stdout}${stderr}` };
  } catch {
    return { succeeded: false, output: "" };
  }
}

const cannot = !runPython("-c", `import ${needed}`).succeeded;
const reason = cannot ? ` (needs Python with ${needed}: see models/training/README.md)` : "";

describe.skipIf(cannot)(`the training recipe${reason}`, () => {
  test(
    "passes its own tests",
    () => {
      const { succeeded, output } = runPython("-m", "pytest", "--quiet");
      expect(succeeded, output).toBe(true);
    },
    patience,
  );
});
