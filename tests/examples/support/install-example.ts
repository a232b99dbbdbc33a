import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quietly } from "../../support/npm/install-packages.ts";
import { packPackage } from "../../support/npm/packed-package.ts";
import {
  type ProgramOptions,
  type ProgramResult,
  runProgram,
  runWell,
} from "../../support/npm/run-program.ts";

/** An example as a newcomer has it: taken out of the packed package. */
export type Example = Disposable & {
  readonly folder: string;
  /** Runs a program there to its end. */
  run(command: readonly string[], options?: Omit<ProgramOptions, "folder">): Promise<ProgramResult>;
  /** Runs a program there that has to go well. @throws Error with all that it wrote, when it does not */
  runWell(command: readonly string[], options?: Omit<ProgramOptions, "folder">): Promise<string>;
};

/** Takes an example out of the packed package; the test vectors lie where they do there. */
export async function takeOutExample(name: string): Promise<Example> {
  const tarball = await packPackage();
  const whole = mkdtempSync(join(tmpdir(), `signify-${name}-`));
  const parts = [`package/examples/${name}`, "package/vectors"];
  await runWell(["tar", "-xzf", tarball, "--strip-components=1", ...parts], { folder: whole });
  const folder = join(whole, "examples", name);
  return {
    folder,
    run: (command, options) => runProgram(command, { folder, ...options }),
    runWell: (command, options) => runWell(command, { folder, ...options }),
    [Symbol.dispose]: () => rmSync(whole, { recursive: true, force: true }),
  };
}

/**
 * Takes an example out of the packed package and installs it, with the package itself from the same tarball.
 *
 * @param more packages that only the test needs, with their versions
 */
export async function installExample(name: string, more: Record<string, string> = {}): Promise<Example> {
  const example = await takeOutExample(name);
  try {
    const packages = { "@signify/client-sdk": `file:${await packPackage()}`, ...more };
    dependOn(join(example.folder, "package.json"), packages);
    await example.runWell(["npm", "install", ...quietly]);
    return example;
  } catch (error) {
    example[Symbol.dispose]();
    throw error;
  }
}

/** Has a manifest take packages in these versions, or from these files. */
function dependOn(path: string, packages: Record<string, string>): void {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  Object.assign(manifest.dependencies, packages);
  writeFileSync(path, JSON.stringify(manifest));
}
