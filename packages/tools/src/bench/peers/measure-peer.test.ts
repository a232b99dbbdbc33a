import { expect, test } from "bun:test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measurePeer } from "./measure-peer.ts";

test("a library is weighed with all that its entry uses, and without what it does not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signify-peer-"));
  const library = join(folder, "node_modules/some-library");
  await Bun.write(
    join(library, "package.json"),
    '{ "type": "module", "sideEffects": false, "exports": { ".": { "types": "./index.d.ts", "default": "./index.js" } } }',
  );
  await Bun.write(join(library, "index.d.ts"), "export declare const small: string;");
  await Bun.write(
    join(library, "index.js"),
    `export const small = "small"; export const large = "${"x".repeat(5000)}";`,
  );
  await Bun.write(join(library, "model.bin"), "y".repeat(1000));
  const measure = (name: string) =>
    measurePeer(folder, {
      library: "some-library",
      entry: `import { ${name} } from "some-library"; console.log(${name});`,
      served: ["node_modules/some-library/*.bin"],
    });
  const small = await measure("small");
  expect(small.minified).toBeLessThan(200);
  expect(small.gzipped).toBeGreaterThan(20);
  expect(small.served).toBeGreaterThan(20);
  expect(small.served).toBeLessThan(1000);
  expect(small.hasTypes).toBe(true);
  expect((await measure("large")).minified).toBeGreaterThan(5000);
});
