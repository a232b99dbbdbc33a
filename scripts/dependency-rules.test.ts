import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const tree = mkdtempSync(join(tmpdir(), "signify-rules-"));
afterAll(() => rmSync(tree, { recursive: true }));

/** Lays out files, each with the lines that import others, and answers the rules that they break. */
function brokenRules(rules: "packages" | "folders", files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tree, "case-"));
  const all = { "packages/core/src/index.ts": "export const core = 1;", ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const config = join(root, "scripts", "dependency-rules", `${rules}.json`);
  const depcruise = join(root, "node_modules", ".bin", "depcruise");
  const command = [process.execPath, "--bun", depcruise, "packages", "--config", config, "-T", "json"];
  const { stdout } = Bun.spawnSync(command, { cwd: folder });
  const { summary } = JSON.parse(stdout.toString()) as {
    summary: { violations: { rule: { name: string } }[] };
  };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

test.each<[string, "packages" | "folders", Record<string, string>, string[]]>([
  [
    "nothing, where every arrow points one way",
    "folders",
    {
      "packages/core/src/a/a.ts": 'import { b } from "../b/b.ts";\nb;',
      "packages/core/src/b/b.ts": "export const b = 1;",
    },
    [],
  ],
  [
    "a circle of files, also one of types alone",
    "folders",
    {
      "packages/core/src/a/a.ts": 'import type { B } from "./b.ts";\nexport type A = B;',
      "packages/core/src/a/b.ts": 'import type { A } from "./a.ts";\nexport type B = A;',
    },
    ["no-file-cycle"],
  ],
  [
    "a circle of folders whose files make none",
    "folders",
    {
      "packages/core/src/a/a.ts": 'import { b } from "../b/b.ts";\nb;',
      "packages/core/src/a/other.ts": "export const other = 1;",
      "packages/core/src/b/b.ts": "export const b = 1;",
      "packages/core/src/b/more.ts": 'import { other } from "../a/other.ts";\nother;',
    },
    ["no-folder-cycle"],
  ],
  [
    "a path into the folders of another package",
    "packages",
    { "packages/server/src/a.ts": 'import { core } from "../../core/src/index.ts";\ncore;' },
    ["packages-by-their-exports"],
  ],
  [
    "a package that it may not import",
    "packages",
    {
      "packages/core/src/b.ts": 'import { server } from "../../server/src/index.ts";\nserver;',
      "packages/server/src/index.ts": "export const server = 1;",
    },
    ["packages-by-their-exports", "what-core-may-import"],
  ],
  [
    "what no exports name",
    "packages",
    { "packages/server/src/a.ts": 'import { core } from "@signify/core/src/errors.ts";\ncore;' },
    ["resolvable"],
  ],
])("the rules say: %s", (_, rules, files, expected) => {
  expect(brokenRules(rules, files)).toEqual(expected);
});
