import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quietly } from "./install-packages.ts";
import { packPackage } from "./packed-package.ts";
import { type ProgramOptions, type ProgramResult, runProgram, runWell } from "./run-program.ts";

/** An example as a newcomer has it: its folder copied somewhere, and what it needs installed. */
export type InstalledExample = Disposable & {
  readonly folder: string;
  /** Runs a program there to its end. */
  run(command: readonly string[], options?: Omit<ProgramOptions, "folder">): Promise<ProgramResult>;
  /** Runs a program there that has to go well. @throws Error with all that it wrote, when it does not */
  runWell(command: readonly string[], options?: Omit<ProgramOptions, "folder">): Promise<string>;
};

/**
 * Copies an example out of the packed package and installs it, with the package itself from the same tarball.
 *
 * @param more packages that only the test needs, with their versions
 */
export async function installExample(
  name: string,
  more: Record<string, string> = {},
): Promise<InstalledExample> {
  const tarball = await packPackage();
  const folder = mkdtempSync(join(tmpdir(), `signify-${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await takeOut(tarball, name, folder);
    dependOn(join(folder, "package.json"), { "@signify/client-sdk": `file:${tarball}`, ...more });
    await runWell(["npm", "install", ...quietly], { folder, patience: 240_000 });
  } catch (error) {
    remove();
    throw error;
  }
  return {
    folder,
    run: (command, options) => runProgram(command, { folder, ...options }),
    runWell: (command, options) => runWell(command, { folder, ...options }),
    [Symbol.dispose]: remove,
  };
}

/** The example's files as they are in the tarball. */
async function takeOut(tarball: string, name: string, folder: string): Promise<void> {
  const inside = `package/examples/${name}`;
  await runWell(["tar", "-xzf", tarball, "-C", folder, inside], { folder });
  cpSync(join(folder, inside), folder, { recursive: true });
  rmSync(join(folder, "package"), { recursive: true });
}

/** Has a manifest take packages in these versions, or from these files. */
function dependOn(path: string, packages: Record<string, string>): void {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  Object.assign(manifest.dependencies, packages);
  writeFileSync(path, JSON.stringify(manifest));
}
