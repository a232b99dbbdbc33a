// `bun run test:all`: builds what the tests need, runs every test of the workspace, and ends with one line of figures.
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./ensure-chromium.ts";
import { readTestTotals } from "./test-totals.ts";

const root = join(import.meta.dir, "..");
const folder = await mkdtemp(join(tmpdir(), "signify-tests-"));
const report = join(folder, "report.xml");

/** Test files that run side by side. No more than four: each may have a browser, a server and its vision processes. */
const sideBySide = Math.min(4, availableParallelism());

/** Runs a command with its output shown as it comes and its temporary files in our folder, and answers its exit code. */
async function run(command: string[]): Promise<number> {
  const env = { ...process.env, ORT_DISABLE_TELEMETRY: "1", TMPDIR: folder };
  return await Bun.spawn(command, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] }).exited;
}

/** The exit code: everything was built, at least one test ran, and none failed. */
async function testAll(): Promise<number> {
  if ((await run([process.execPath, "run", "--silent", "build"])) !== 0) {
    console.error("The build failed, so no test was run.");
    return 1;
  }
  await ensureChromium();
  const reporting = ["--reporter=junit", `--reporter-outfile=${report}`];
  const code = await run([
    process.execPath,
    "test",
    "--timeout=60000",
    `--parallel=${sideBySide}`,
    ...reporting,
    ...process.argv.slice(2),
  ]);
  const file = Bun.file(report);
  const { passed, failed, skipped } = readTestTotals((await file.exists()) ? await file.text() : "");
  if (passed + failed === 0) console.error("No test ran.");
  if (code !== 0 && failed === 0)
    console.error(`bun test ended with code ${code} though no single test failed.`);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return code !== 0 || failed > 0 || passed === 0 ? 1 : 0;
}

const code = await testAll();
await rm(folder, { recursive: true, force: true });
process.exit(code);
