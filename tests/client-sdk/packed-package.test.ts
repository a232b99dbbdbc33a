import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { hasRegistry, withoutRegistry } from "../support/npm/registry.ts";
import { namedExamples } from "./support/named-examples.ts";
import { type AppFolder, installPackedSdk } from "./support/packed-sdk.ts";
import { videoPractice } from "./support/video-practice.ts";

/** The newest that run on Node 20. */
const packages = {
  vitest: "3.2.4",
  vite: "7.1.12",
  jsdom: "26.1.0",
  "happy-dom": "20.0.10",
  jest: "30.2.0",
  "jest-environment-jsdom": "30.2.0",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "@testing-library/react": "16.3.3",
  "@testing-library/dom": "10.4.2",
  "@arethetypeswrong/cli": "0.18.5",
};

describe.skipIf(!hasRegistry)(`the packed package, installed by npm${withoutRegistry}`, () => {
  const examples = namedExamples("testing.md");
  let app: AppFolder;
  beforeAll(async () => {
    app = await installPackedSdk(packages);
    app.write({
      ...examples,
      "letters.test.cjs": examples["letters.test.js"] ?? "",
      "video.test.tsx": videoPractice,
      "tsconfig.json": '{ "compilerOptions": { "jsx": "react-jsx" } }',
      // The examples' own patience is for people; a busy machine may take its time.
      "patience.js":
        'import { configure } from "@testing-library/react";\nconfigure({ asyncUtilTimeout: 30_000 });\n',
      "vitest.config.js":
        'export default { test: { setupFiles: ["./patience.js"], testTimeout: 60_000 } };\n',
    });
  }, 600_000);
  afterAll(() => app?.[Symbol.dispose]());

  test.each(["jsdom", "happy-dom"])(
    "the component's test of docs/testing.md runs with Vitest and %s, as it is",
    async (environment) => {
      const { exitCode, output } = await app.runTool(
        "vitest",
        "run",
        ".test.tsx",
        "--environment",
        environment,
      );
      expect(output).toMatch(/Tests +8 passed \(8\)/);
      expect(output).not.toContain("Not implemented");
      expect(exitCode).toBe(0);
    },
    300_000,
  );

  test("the test for Jest of docs/testing.md requires the package, as it is", async () => {
    const { exitCode, output } = await app.runTool("jest", "letters.test.cjs", "--testTimeout", "60000");
    expect(output).toMatch(/Tests: +4 passed, 4 total/);
    expect(exitCode).toBe(0);
  }, 300_000);

  test("its types are right for modules, CommonJS and bundlers, at every entry", async () => {
    const { exitCode, output } = await app.runTool("attw", app.tarball, "--profile", "node16");
    const manifest = readFileSync(join(app.path, "node_modules/@signify/client-sdk/package.json"), "utf8");
    for (const name of Object.keys(JSON.parse(manifest).exports))
      expect(output).toContain(`"@signify/client-sdk${name.slice(1)}"`);
    expect(exitCode).toBe(0);
  }, 300_000);

  test("programs of module node16 are compiled, whether they end in .cts or .mts", () => {
    const text = `
      import { connect, type Letter, SignifyError } from "@signify/client-sdk";
      import { createFakeServer } from "@signify/client-sdk/testing";
      export async function read(): Promise<Letter | null> {
        const client = await connect({ url: "/", WebSocket: createFakeServer().WebSocket }).catch((error: unknown) => {
          throw SignifyError.isInstance(error) ? error.code : error;
        });
        return client.target;
      }
    `;
    const names = ["program.cts", "program.mts"];
    app.write(Object.fromEntries(names.map((name) => [name, text])));
    const program = ts.createProgram(
      names.map((name) => join(app.path, name)),
      {
        ...{ module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, strict: true },
        ...{
          target: ts.ScriptTarget.ES2022,
          lib: ["lib.es2024.d.ts", "lib.esnext.disposable.d.ts", "lib.dom.d.ts"],
        },
        ...{ noEmit: true, types: [] },
      },
    );
    const said = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(said).toEqual([]);
  }, 60_000);

  test("what one copy throws, another copy knows: modules and CommonJS in one program", async () => {
    app.write({
      "copies.mjs": `
        import { createRequire } from "node:module";
        import { SignifyError } from "@signify/client-sdk";
        const required = createRequire(import.meta.url)("@signify/client-sdk");
        const error = await required.connect({ url: "", WebSocket: class {} }).catch((error) => error);
        console.log(error.code, required.SignifyError === SignifyError, SignifyError.isInstance(error));
      `,
    });
    expect(await app.run("node", "copies.mjs")).toEqual({ exitCode: 0, output: "bad-address false true\n" });
  }, 60_000);

  test("packed a second time, it does not hold the tarball of the first", async () => {
    // By its own manifest, without the weight of its models.
    const folder = join(app.path, "again");
    mkdirSync(folder);
    cpSync(join(app.path, "node_modules/@signify/client-sdk/package.json"), join(folder, "package.json"));
    app.write({ "again/index.js": "" });
    for (const _ of ["once", "twice"]) {
      expect(await app.run("npm", "pack", folder, "--pack-destination", folder)).toMatchObject({
        exitCode: 0,
      });
    }
    const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
    const { output } = await app.run("tar", "-tzf", join(folder, tarball));
    expect(output.trim().split("\n").toSorted()).toEqual(["package/index.js", "package/package.json"]);
  }, 300_000);
});
