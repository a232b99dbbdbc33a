import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runWell } from "./run-program.ts";

/** How npm installs in tests: what is in its cache is not asked for again, and no package runs a program. */
export const quietly = [
  ...["--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline", "--ignore-scripts"],
  "--loglevel=error",
] as const;

/** A folder that programs from npm are installed in. */
export type InstalledPackages = Disposable & { readonly folder: string };

/**
 * Installs packages, with their exact versions, in a folder of their own.
 *
 * @param manifest what else its manifest says
 */
export async function installPackages(
  packages: Record<string, string>,
  manifest: object = {},
): Promise<InstalledPackages> {
  const folder = mkdtempSync(join(tmpdir(), "signify-packages-"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, ...manifest, dependencies: packages }),
  );
  await runWell(["npm", "install", ...quietly], { folder });
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
