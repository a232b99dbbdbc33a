import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dir, "..", "..");
const shim = join(import.meta.dir, "node-test-shim.ts");

/** Takes the shim for every import of `bun:test`. */
const withoutBun: Bun.BunPlugin = {
  name: "bun:test in Node",
  setup(build) {
    build.onLoad({ filter: /packages.core.src.*\.test\.ts$/ }, async ({ path }) => ({
      contents: (await Bun.file(path).text()).replace(/from "bun:test"/, `from ${JSON.stringify(shim)}`),
      loader: "ts",
    }));
  },
};

describe("the core's own tests", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "signify-node-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("pass in Node as they do in Bun", async () => {
    const files = await Array.fromAsync(new Bun.Glob("packages/core/src/**/*.test.ts").scan({ cwd: root }));
    const entry = join(folder, "all.ts");
    await Bun.write(entry, files.map((file) => `import ${JSON.stringify(join(root, file))};\n`).join(""));
    await Bun.build({
      entrypoints: [entry],
      outdir: folder,
      naming: "all.mjs",
      target: "node",
      plugins: [withoutBun],
      // The core says that its files have no side effects; its tests do.
      ignoreDCEAnnotations: true,
    });

    const node = Bun.spawn(["node", "--test", "--test-reporter=tap", join(folder, "all.mjs")], {
      stderr: "inherit",
    });
    const report = await new Response(node.stdout).text();
    const count = (name: string) => Number(report.match(new RegExp(`^# ${name} (\\d+)$`, "m"))?.[1]);
    const failures = report.split("\n").filter((line) => /^\s*not ok/.test(line));

    expect(failures).toEqual([]);
    expect(await node.exited).toBe(0);
    expect(count("pass")).toBe(count("tests"));
    expect(count("tests")).toBeGreaterThan(files.length);
    expect(files.length).toBeGreaterThan(20);
  }, 120_000);
});
