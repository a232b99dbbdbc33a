import { describe, expect, test } from "bun:test";
import { settingsTable } from "@signify/server/settings";

const read = (path: string) => Bun.file(new URL(`../../${path}`, import.meta.url)).text();

describe("the documents", () => {
  test("the README's table of settings is the schema's (mend with `bun run docs`)", async () => {
    expect(await read("README.md")).toContain(
      `<!-- settings:start -->\n${settingsTable()}\n<!-- settings:end -->`,
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

  test("every relative link in the documents leads somewhere", async () => {
    for (const document of ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"]) {
      const links = [...(await read(document)).matchAll(/\]\(([^):#]+)\)/g)].map(([, link]) => link ?? "");
      for (const link of links) {
        const exists = await Bun.file(new URL(`../../${link}`, import.meta.url)).exists();
        expect({ document, link, exists }).toEqual({ document, link, exists: true });
      }
    }
  });
});
