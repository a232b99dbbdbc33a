import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = mkdtempSync(join(tmpdir(), "signify-assets-command-"));
const app = join(root, "app");
beforeAll(() => {
  for (const folder of ["package/bin", "package/assets", "app"])
    mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(import.meta.dir, "signify-assets.mjs"), join(root, "package/bin/signify-assets.mjs"));
  writeFileSync(join(root, "package/assets/letters-worker.js"), "letters");
  writeFileSync(join(app, "package.json"), "{}");
});
afterAll(() => rmSync(root, { recursive: true }));

/** Runs the command in an app's folder, as far as it comes without LiteRT. */
function run(...given: string[]) {
  const command = [process.execPath, "--no-install", join(root, "package/bin/signify-assets.mjs"), ...given];
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, { cwd: app });
  return { exitCode, output: stdout.toString(), errors: stderr.toString() };
}

describe("signify-assets", () => {
  test.each(["--help", "-h"])("%s says how it is used, and makes no folder", (asked) => {
    expect(run(asked)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining("Usage: signify-assets FOLDER"),
    });
    expect(readdirSync(app)).toEqual(["package.json"]);
  });

  test.each([[[]], [["--folder"]], [["public", "signify"]]])(
    "%j is refused, and makes no folder",
    (given) => {
      expect(run(...given)).toMatchObject({ exitCode: 1, errors: expect.stringContaining("Usage") });
      expect(readdirSync(app)).toEqual(["package.json"]);
    },
  );

  test("copies the files with a manifest", () => {
    // Whether LiteRT is found is the machine's affair: what is said without it is tested with the whole package.
    run("public/signify");
    expect(readFileSync(join(app, "public/signify/letters-worker.js"), "utf8")).toBe("letters");
    const manifest = JSON.parse(readFileSync(join(app, "public/signify/assets.json"), "utf8"));
    expect(manifest["letters-worker.js"]).toMatchObject({
      bytes: 7,
      parts: [expect.stringMatching(/\.js\?[0-9a-f]{10}$/)],
    });
  });
});
