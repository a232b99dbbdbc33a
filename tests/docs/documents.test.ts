import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Settings } from "@signify/server/settings";
import { settingsTable } from "@signify/service/settings";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => Bun.file(join(root, path)).text();

describe("the documents", () => {
  test("the README's table of settings is the schema's (mend with `bun run docs`)", async () => {
    expect(await read("README.md")).toContain(
      `<!-- settings:start -->\n${settingsTable(Settings)}\n<!-- settings:end -->`,
    );
  });

  test("the picture in ARCHITECTURE.md shows the stages of recognizer.ts, in its order", async () => {
    const recognizer = await read("packages/core/src/recognizer.ts");
    const [, chain = ""] = /from\((mailbox[\s\S]*?)\n\n/.exec(recognizer) ?? [];
    const stages = [...chain.matchAll(/through\(\s*(?:still\s*\?[\s\S]*?:\s*)?(\w+)\(/g)].map(
      ([, name]) => name,
    );
    const [, drawn = ""] = /direction LR\n\s*(.+)\n/.exec(await read("ARCHITECTURE.md")) ?? [];
    expect(stages.length).toBeGreaterThan(5);
    expect(drawn.split(" --> ")).toEqual(["latest", ...stages] as string[]);
  });

  test("the picture of the packages in ARCHITECTURE.md shows what their manifests say", async () => {
    const [, drawn = ""] =
      /## Packages\n\n```mermaid\nflowchart LR\n([\s\S]*?)```/.exec(await read("ARCHITECTURE.md")) ?? [];
    const arrows: string[] = [];
    for (const name of [
      "core",
      "service",
      "vision",
      "workers",
      "server",
      "client-sdk",
      "web-demo",
      "tools",
      "models",
    ]) {
      const manifest = JSON.parse(await read(`${name === "models" ? "" : "packages/"}${name}/package.json`));
      const draw = (packages: Record<string, string> = {}, arrow: string) =>
        Object.keys(packages)
          .filter((other) => other.startsWith("@signify/"))
          .map((other) => `${name} ${arrow} ${other.slice("@signify/".length)}`);
      arrows.push(...draw(manifest.dependencies, "-->"), ...draw(manifest.devDependencies, "-.->"));
    }
    expect(drawn.trim().split(/\n\s*/).toSorted()).toEqual(arrows.toSorted());
  });

  test("every relative link in the documents leads somewhere", async () => {
    const documents = [
      ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"],
      ...new Bun.Glob("{packages/*,packages/client-sdk/src,models}/README.md").scanSync({ cwd: root }),
    ];
    for (const document of documents) {
      const links = [...(await read(document)).matchAll(/\]\(([^):#]+)\)/g)].map(([, link]) => link ?? "");
      for (const link of links) {
        const exists = existsSync(join(root, dirname(document), link));
        expect({ document, link, exists }).toEqual({ document, link, exists: true });
      }
    }
  });
});
