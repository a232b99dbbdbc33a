import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "../../support/npm/install-packages.ts";
import { packPackage } from "../../support/npm/packed-package.ts";
import { type ProgramResult, runProgram } from "../../support/npm/run-program.ts";

/** A folder with the SDK installed as it is published, and other packages. */
export type AppFolder = Disposable & {
  readonly path: string;
  /** The SDK as npm packs it. */
  readonly tarball: string;
  write(files: Readonly<Record<string, string>>): void;
  /** Runs a command there. Answers its exit code and all that it wrote. */
  run(...command: string[]): Promise<ProgramResult>;
  /** The same with a program of an installed package. */
  runTool(name: string, ...given: string[]): Promise<ProgramResult>;
};

/** What frameworks look at: they are tested, and nobody watches. */
const environment = { NODE_ENV: "test", FORCE_COLOR: "0", CI: "1" };

/** Builds and packs the SDK, and installs it with packages of exact versions in a new folder. @throws Error with npm's words */
export async function installPackedSdk(packages: Readonly<Record<string, string>>): Promise<AppFolder> {
  const tarball = await packPackage();
  const installed = await installPackages(
    { ...packages, "@signify/client-sdk": `file:${tarball}` },
    { name: "app", type: "module" },
  );
  const { folder: path } = installed;
  const run = (...command: string[]) => runProgram(command, { folder: path, environment });
  return {
    ...{ path, run, tarball },
    runTool: (name, ...given) => run(join(path, "node_modules/.bin", name), ...given),
    write(files) {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    },
    [Symbol.dispose]: () => installed[Symbol.dispose](),
  };
}
