import { join } from "node:path";
import { arch, platform } from "node:process";
import { type InstalledPackages, installPackages } from "../../support/npm/install-packages.ts";

/** Node 22, as npm has it for this machine. */
export type Node22 = Disposable & {
  /** The folder that its program is in, for a PATH. */
  readonly folder: string;
};

/** Installs Node 22, which the machine itself need not have. */
export async function installNode22(): Promise<Node22> {
  const name = `node-${platform === "win32" ? "win" : platform}-${arch}`;
  const installed: InstalledPackages = await installPackages({ [name]: "22.23.3" });
  return {
    folder: join(installed.folder, "node_modules", name, "bin"),
    [Symbol.dispose]: () => installed[Symbol.dispose](),
  };
}
