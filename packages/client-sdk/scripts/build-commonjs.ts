import { cpSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { peerDependencies } from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Writes the entry points once more for `require`, each with all that it imports, and the same types beside them: in a folder
 * whose manifest says that its files are CommonJS.
 *
 * @param folder an absolute path
 * @param types the folder with the types of the modules
 * @param sources the entry points, relative to the package
 */
export async function buildCommonJs(
  folder: string,
  types: string,
  sources: readonly string[],
): Promise<void> {
  await Bun.build({
    entrypoints: sources.map((source) => root + source),
    root: `${root}src`,
    outdir: folder,
    target: "browser",
    format: "cjs",
    sourcemap: "linked",
    external: Object.keys(peerDependencies),
  });
  cpSync(types, `${folder}/types`, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{ "type": "commonjs" }\n');
}
