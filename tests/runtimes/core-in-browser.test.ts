import { describe, expect, test } from "bun:test";
import { join } from "node:path";

const folder = join(import.meta.dir, "../../packages/core");
const core: { exports: Record<string, string> } = await Bun.file(join(folder, "package.json")).json();

describe("the core's bundle for browsers", () => {
  for (const entry of Object.values(core.exports)) {
    test(`of ${entry} imports nothing of Node's or Bun's`, async () => {
      const built = await Bun.build({
        entrypoints: [join(folder, entry)],
        target: "browser",
        packages: "bundle",
      });
      const text = await built.outputs[0]?.text();
      expect(text?.length).toBeGreaterThan(1000);
      const imports = new Bun.Transpiler({ loader: "js" }).scanImports(text ?? "").map(({ path }) => path);
      expect(imports).toEqual([]);
      expect(text).not.toMatch(/\b(?:Bun|process|Buffer|require)\b\s*[.(]/);
    });
  }
});
