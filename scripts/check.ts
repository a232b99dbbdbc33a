// `bun run check`: everything that can be said of the code without running it, one line per step. It fails when a step
// does, with that step's output.
import { dirname, join } from "node:path";
import { auditDependencies } from "./audit.ts";
import { findMachineTraces } from "./machine-traces.ts";

const root = join(import.meta.dir, "..");
const plain = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };

/** The outcome of a step: whether it passed, what it said, and why it was skipped if it was. */
type Report = { passed: boolean; output: string; skipped?: string };

/** One of the workspace's own tools, with its arguments. */
const tool = (name: string, ...parameters: string[]) =>
  run(join(root, "node_modules", ".bin", name), ...parameters);

/** The imports of all files held to rules, on Bun: the tool asks for a newer Node than the product does. */
const imports = (rules: string, ...folders: string[]) =>
  run(
    process.execPath,
    ...["--bun", join(root, "node_modules", ".bin", "depcruise"), ...folders],
    ...["--config", `scripts/dependency-rules/${rules}.json`],
  );

const run =
  (...command: string[]) =>
  async (): Promise<Report> => {
    const child = Bun.spawn(command, { cwd: root, env: plain, stdout: "pipe", stderr: "pipe" });
    const [output, errors] = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ]);
    return { passed: (await child.exited) === 0, output: output + errors };
  };

/** The type checker, which looks again only at what has changed since it looked last. */
const types = (name: string, project: string) =>
  tool("tsc", "-p", project, "--incremental", "--tsBuildInfoFile", `node_modules/.cache/tsc/${name}.json`);

const machineTraces = async (): Promise<Report> => {
  const traces = await findMachineTraces(root);
  return { passed: traces.length === 0, output: traces.join("\n") };
};

const advisories = async (): Promise<Report> => {
  const { reached, ...report } = await auditDependencies(root);
  return reached ? report : { ...report, skipped: "the registry serves no advisories here" };
};

const projects = (await Array.fromAsync(new Bun.Glob("packages/*/tsconfig.json").scan({ cwd: root }))).sort();

const steps: Record<string, () => Promise<Report>> = {
  "format and lint": tool("biome", "check", "--error-on-warnings"),
  // Each package against what its own runtime has: the core against neither a DOM nor Bun.
  ...Object.fromEntries(
    projects.map((path) => [`types of ${dirname(path)}`, types(path.split("/")[1] ?? "", path)]),
  ),
  "types of the workspace": types("workspace", "tsconfig.json"),
  "packages by their exports, and only those they may": imports(
    "packages",
    ...["packages", "models", "tests", "scripts"],
  ),
  "no circle of files or folders": imports("folders", "packages", "models"),
  "dead code and unused dependencies": tool("knip", "--no-config-hints"),
  "doc comments of public symbols": tool("typedoc"),
  "no trace of the machine it was written on": machineTraces,
  "no known grave hole in a dependency": advisories,
};

let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  const start = performance.now();
  const { passed, output, skipped } = await step();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const mark = skipped ? "–" : passed ? "✓" : "✗";
  console.log(`${mark} ${name.padEnd(52)} ${seconds.padStart(5)} s${skipped ? `  skipped: ${skipped}` : ""}`);
  if (passed) continue;
  failed += 1;
  console.log(output.trimEnd());
}
if (failed > 0) console.log(`${failed} of ${Object.keys(steps).length} steps failed`);
process.exit(failed > 0 ? 1 : 0);
