import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPage } from "./load-page.ts";

let directory = "";

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "signify-page-"));
  await mkdir(join(directory, "assets"));
  await mkdir(join(directory, "recognition"));
  await writeFile(join(directory, "recognition", "letters-0-0123456789.onnx"), "1");
  await writeFile(join(directory, "index.html"), "<!doctype html>");
  await writeFile(join(directory, "assets", "main-AbCd1234.js"), "1");
  await writeFile(join(directory, "assets", "main-AbCd1234.js.gz"), "1");
  await writeFile(join(directory, "assets", "main-AbCd1234.js.br"), "1");
});
afterAll(() => rm(directory, { recursive: true }));

describe("loadPage", () => {
  test("lists files by address, index.html as the root", () => {
    expect([...loadPage(directory).keys()].sort()).toEqual([
      "/",
      "/assets/main-AbCd1234.js",
      "/recognition/letters-0-0123456789.onnx",
    ]);
  });

  test("knows the compressed twins, and which names change with their content", () => {
    const page = loadPage(directory);
    expect(page.get("/assets/main-AbCd1234.js")).toMatchObject({ immutable: true });
    expect(page.get("/assets/main-AbCd1234.js")?.gzip).toEndWith(".js.gz");
    expect(page.get("/assets/main-AbCd1234.js")?.brotli).toEndWith(".js.br");
    expect(page.get("/recognition/letters-0-0123456789.onnx")).toMatchObject({ immutable: true });
    expect(page.get("/")).toMatchObject({ immutable: false, gzip: undefined, brotli: undefined });
  });

  test("a page that was not built is empty", () => {
    expect(loadPage(join(directory, "missing")).size).toBe(0);
  });
});
