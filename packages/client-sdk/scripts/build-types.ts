import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { writeOutTypes } from "./write-out-types.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const core: Readonly<Record<string, string>> = {
  "@signify/core": "core/src/index.ts",
  "@signify/core/protocol": "core/src/protocol/index.ts",
};

/**
 * Writes the types of the entry points and of all that they mention into `folder`, the core's among them: it is not
 * published by itself. One run of the compiler, without checking, which `tsc --noEmit` does; the messages, whose types are
 * made of schemas, are written out.
 *
 * @param folder an absolute path
 * @param sources the entry points, relative to the package
 */
export function buildTypes(folder: string, sources: readonly string[]): void {
  const { exitCode, stdout } = Bun.spawnSync(
    [
      process.execPath,
      "x",
      "--no-install",
      "tsc",
      "--project",
      `${root}tsconfig.build.json`,
      "--outDir",
      folder,
    ],
    { cwd: root },
  );
  if (exitCode !== 0) throw new Error(`the types could not be written: ${stdout.toString()}`);
  const messages = "core/src/schema/message-types";
  writeFileSync(
    join(folder, `${messages}.d.ts`),
    writeOutTypes(`${root}../${messages}.ts`, compilerOptions()),
  );
  const reached = new Set<string>();
  for (const source of sources) reach(join(folder, "client-sdk", declarationOf(source)), folder, reached);
  for (const path of new Bun.Glob("**/*.d.ts").scanSync({ cwd: folder, absolute: true })) {
    if (!reached.has(path)) rmSync(path);
  }
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.build.json`, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options;
}

const declarationOf = (source: string) => source.replace(/\.ts$/, ".d.ts");

/** Points a file's imports at what is published, and does the same with the files that they name. */
function reach(path: string, folder: string, reached: Set<string>): void {
  if (reached.has(path)) return;
  reached.add(path);
  const text = readFileSync(path, "utf8").replace(
    /(from |import\()"([^"]+)"/g,
    (_, before: string, specifier: string) => {
      const target = specifier.startsWith(".")
        ? resolve(dirname(path), specifier)
        : join(folder, core[specifier] ?? unpublished(specifier, path));
      reach(declarationOf(target), folder, reached);
      const address = relative(dirname(path), target).replace(/\.ts$/, ".js");
      return `${before}"${address.startsWith(".") ? address : `./${address}`}"`;
    },
  );
  writeFileSync(path, text);
}

function unpublished(specifier: string, path: string): never {
  throw new Error(`${path} mentions ${specifier}, which users of the package do not have`);
}
