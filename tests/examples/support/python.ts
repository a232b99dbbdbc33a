import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../../support/npm/run-program.ts";

/** A Python with what the example needs. */
export type Python = Disposable & { readonly program: string; readonly environment: Record<string, string> };

/**
 * The Python that SIGNIFY_PYTHON names, or the machine's, with what the example requires: its own if it has that, or else
 * installed beside it by pip. `undefined` where neither works.
 */
export async function findPython(requirements: string): Promise<Python | undefined> {
  const program = process.env.SIGNIFY_PYTHON ?? "python3";
  if (!Bun.which(program)) return undefined;
  const goesWell = async (...parameters: string[]) =>
    (await runProgram([program, ...parameters], { folder: tmpdir() })).exitCode === 0;
  if (await goesWell("-c", "import websockets.sync.client"))
    return { program, environment: {}, [Symbol.dispose]() {} };

  const libraries = mkdtempSync(join(tmpdir(), "signify-python-"));
  const remove = () => rmSync(libraries, { recursive: true, force: true });
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries=0"];
  if (await goesWell(...install, "--target", libraries, "--requirement", requirements))
    return { program, environment: { PYTHONPATH: libraries }, [Symbol.dispose]: remove };
  remove();
  return undefined;
}
