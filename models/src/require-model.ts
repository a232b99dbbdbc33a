import { existsSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { SignifyError } from "@signify/core";

/**
 * Returns the path of a model if the file is there.
 *
 * @throws SignifyError "internal" that names the file, relative to the repository, and the command that makes it
 */
export function requireModel(path: string): string {
  if (existsSync(path)) return path;
  const repository = fileURLToPath(new URL("../..", import.meta.url));
  const name = relative(repository, path);
  const remedy = name.includes("hands/") ? "run `bun run build`" : "it belongs to the repository: restore it";
  throw new SignifyError("internal", `${name} is missing: ${remedy}`);
}
