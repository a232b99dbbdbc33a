import { beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { entries } from "./entries.ts";

const dist = join(import.meta.dir, "../release/dist");
const hasNpm = Bun.which("npm") !== null;

/** Files of the package as patterns. Each stands for one at least, and no file is without one. */
const expected = [
  ...["package.json", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "bin/signify-assets.mjs"],
  ...entries.map(({ source }) => source.replace(/^src\/(.*)\.tsx?$/, "$1.js")),
  ...entries.map(({ source }) => `types/client-sdk/${source.replace(/\.tsx?$/, ".d.ts")}`),
  ...["*/*.js.map", "*.js.map", "chunk-*.js", "types/{client-sdk,core}/src/**/*.d.ts"],
  ...["hands-worker.js", "letters-worker.js", "pictures-worker.js", "letters.onnx", "letters.json"].map(
    (name) => `assets/${name}`,
  ),
  ...["hand-landmark.tflite", "palm-detection.tflite", "hand-ranges.json"].map((name) => `assets/${name}`),
  ...[
    "cjs/package.json",
    "cjs/{index.js,*/index.js}",
    "cjs/**/*.js.map",
    "cjs/types/{client-sdk,core}/src/**/*.d.ts",
  ],
  ...["assets/signify-camera.js", "vectors/{frames.json,texts.json,README.md}"],
  ...["docs/*.md", "examples/README.md", "examples/*/**"],
];

describe.skipIf(!hasNpm)(`the release of the SDK${hasNpm ? "" : " (without npm)"}`, () => {
  let said = "";
  let files: string[] = [];
  beforeAll(async () => {
    const run = async (command: string[], cwd: string) => {
      // The registry is nobody: nothing of a dry run needs one.
      const env = {
        ...process.env,
        npm_config_registry: "http://127.0.0.1:9",
        npm_config_fetch_retries: "0",
      };
      const child = Bun.spawn(command, { cwd, env, stdout: "pipe", stderr: "pipe" });
      const [out, complained] = await Promise.all([
        new Response(child.stdout).text(),
        new Response(child.stderr).text(),
      ]);
      expect({ command, code: await child.exited, complained }).toMatchObject({ code: 0 });
      return { out, complained };
    };
    const release = await run([process.execPath, "release.ts", "--dry-run"], import.meta.dir);
    said = release.out + release.complained;
    const [pack] = JSON.parse((await run(["npm", "pack", "--dry-run", "--json"], dist)).out);
    files = pack.files.map(({ path }: { path: string }) => path);
  }, 180_000);

  test("one command goes as far as it can without a registry, and says what would stop it", () => {
    expect(said).toContain("would stop: npm signs provenance for GitHub");
    expect(said).toMatch(/@signify\/client-sdk \d+\.\d+\.\d+ would be published\./);
  });

  test("npm corrects nothing in the manifest: its commands are published", () => {
    expect(said).not.toContain("errors corrected");
  });

  test("no file slips into the package", () => {
    const patterns = expected.map((pattern) => new Bun.Glob(pattern));
    expect(files.filter((file) => !patterns.some((pattern) => pattern.match(file)))).toEqual([]);
  });

  test("no file is missing of the package", () => {
    const missing = expected.filter((pattern) => !files.some((file) => new Bun.Glob(pattern).match(file)));
    expect(missing).toEqual([]);
  });

  test("every program has its source map, which holds the sources", async () => {
    const programs = files.filter((file) => /^(?!assets|bin|examples).*\.js$/.test(file));
    expect(programs.length).toBeGreaterThan(entries.length);
    for (const program of programs) {
      const { sources, sourcesContent } = await Bun.file(join(dist, `${program}.map`)).json();
      expect({ program, sources: sources.length }).toEqual({ program, sources: sourcesContent.length });
      expect(sources.filter((source: string) => source.startsWith("/"))).toEqual([]);
    }
  });
});
