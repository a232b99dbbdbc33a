import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const dist = join(root, "packages/client-sdk/dist");

/** Whether npm is there and its registry answers. */
export const hasRegistry = Bun.which("npm") !== null && (await pings());

/** Added to the names of tests that install something. */
export const withoutRegistry = hasRegistry ? "" : " (skipped: npm reaches no registry)";

async function pings(): Promise<boolean> {
  const question = ["npm", "ping", "--fetch-retries=0", "--fetch-timeout=10000"];
  return (await Bun.spawn(question, { stdio: ["ignore", "ignore", "ignore"], timeout: 30_000 }).exited) === 0;
}

/** A folder with the SDK installed as it is published, and other packages. */
export type AppFolder = Disposable & {
  readonly path: string;
  /** What npm says that the tarball holds. */
  readonly tarball: string;
  write(files: Readonly<Record<string, string>>): void;
  /** Runs a command there. Answers its exit code and all that it wrote. */
  run(...command: string[]): Promise<{ exitCode: number; output: string }>;
  /** The same with a program of an installed package. */
  runTool(name: string, ...given: string[]): Promise<{ exitCode: number; output: string }>;
};

/** Builds and packs the SDK, and installs it with packages of exact versions in a new folder. @throws Error with npm's words */
export async function installPackedSdk(packages: Readonly<Record<string, string>>): Promise<AppFolder> {
  const path = mkdtempSync(join(tmpdir(), "signify-app-"));
  const run = async (...command: string[]) => {
    const child = Bun.spawn(command, {
      cwd: path,
      // Not the NODE_ENV of this test: frameworks look at it.
      env: { ...process.env, NODE_ENV: "test", NO_COLOR: "1", FORCE_COLOR: "0", CI: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [output, errors] = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ]);
    return { exitCode: await child.exited, output: output + errors };
  };
  const runWell = async (...command: string[]) => {
    const { exitCode, output } = await run(...command);
    if (exitCode !== 0) throw new Error(`expected ${command.join(" ")} to work:\n${output}`);
    return output;
  };
  await runWell(process.execPath, "run", "--cwd", root, "--silent", "build");
  const packed = JSON.parse(await runWell("npm", "pack", dist, "--json", "--silent"));
  const { filename } = Array.isArray(packed) ? packed[0] : (Object.values(packed)[0] as { filename: string });
  const dependencies = { ...packages, "@signify/client-sdk": `file:./${filename}` };
  writeFileSync(
    join(path, "package.json"),
    JSON.stringify({ name: "app", private: true, type: "module", dependencies }),
  );
  const quietly = ["--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline", "--ignore-scripts"];
  await runWell("npm", "install", ...quietly);
  return {
    ...{ path, run, tarball: join(path, filename) },
    runTool: (name, ...given) => run(join(path, "node_modules/.bin", name), ...given),
    write(files) {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
