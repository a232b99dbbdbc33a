import { tmpdir } from "node:os";
import { runProgram } from "./run-program.ts";

/** Whether npm is there and reaches its registry: every example is installed by it. */
export const hasRegistry = await reachRegistry();

/** Added to the names of tests that install something, so that a run without a registry says what it left out. */
export const withoutRegistry = hasRegistry ? "" : " (skipped: npm reaches no registry)";

async function reachRegistry(): Promise<boolean> {
  if (!Bun.which("npm")) return false;
  const question = ["npm", "view", "ws@8.23.0", "version", "--fetch-retries=0", "--fetch-timeout=10000"];
  const { exitCode } = await runProgram(question, { folder: tmpdir(), patience: 20_000 });
  return exitCode === 0;
}
