import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runWell } from "./run-program.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
let packing: Promise<string> | undefined;

/**
 * The package as it is published, in a tarball: packed once for all tests. The build is the repository's own, which waits
 * for another one and does nothing where nothing has changed.
 */
export function packPackage(): Promise<string> {
  packing ??= pack();
  return packing;
}

async function pack(): Promise<string> {
  await runWell([process.execPath, "run", "--silent", "build"], { folder: root });
  const folder = mkdtempSync(join(tmpdir(), "signify-packed-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const dist = join(root, "packages/client-sdk/dist");
  const output = await runWell(["npm", "pack", dist, "--silent", "--pack-destination", folder], { folder });
  return join(folder, output.trim());
}
