import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { loadPage, type Page } from "./load-page.ts";
import { servePage } from "./serve-page.ts";

let directory = "";
let page: Page = new Map();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "signify-page-"));
  await writeFile(join(directory, "index.html"), "<!doctype html>");
  await writeFile(join(directory, "app.js"), "let page;");
  await writeFile(join(directory, "app.js.gz"), Bun.gzipSync("let page;"));
  await writeFile(join(directory, "app.js.br"), brotliCompressSync("let page;"));
  page = loadPage(directory);
});
afterAll(() => rm(directory, { recursive: true }));

const ask = (path: string, headers: Record<string, string> = {}) =>
  servePage(page, new Request(`http://localhost${path}`, { headers }));

describe("servePage", () => {
  test("answers files with their type", async () => {
    const response = ask("/");
    expect(response?.headers.get("content-type")).toContain("text/html");
    expect(await response?.text()).toBe("<!doctype html>");
  });

  test("sends a compressed twin to who accepts it, brotli first, under the file's own type", () => {
    const best = ask("/app.js", { "accept-encoding": "gzip, deflate, br, zstd" });
    expect(best?.headers.get("content-encoding")).toBe("br");
    const response = ask("/app.js", { "accept-encoding": "gzip" });
    expect(response?.headers.get("content-encoding")).toBe("gzip");
    expect(response?.headers.get("content-type")).toContain("javascript");
    expect(ask("/app.js")?.headers.get("content-encoding")).toBeNull();
  });

  test("serves nothing that was not listed, however it is spelled", () => {
    for (const path of [
      "/missing",
      "/../package.json",
      "/%2e%2e/package.json",
      "/app.js/",
      "/app.js.gz",
      "/app.js.br",
    ]) {
      expect(ask(path)).toBeUndefined();
    }
  });

  test("says at the root that the page was not built", async () => {
    const response = servePage(new Map(), new Request("http://localhost/"));
    expect(await response?.text()).toContain("bun run build");
  });
});
