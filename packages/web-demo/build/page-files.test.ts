import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listPageFiles } from "./page-files.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-page-files-"));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string) => writeFileSync(join(folder, name), content);

mkdirSync(join(folder, "assets"));
write("index.html", "<!doctype html>");
write("index.html.gz", "zipped");
write("index.html.br", "zipped");
write("service-worker.js", "old");
write("assets/main.js", "main");
write("assets/hand.glb", "x".repeat(200_000));

mkdirSync(join(folder, "recognition"));
write("recognition/letters-worker-0123456789.js", "worker");

test("the page is its small files, its large ones and those of recognition, without twins and without the worker itself", () => {
  const { shell, large, recognition } = listPageFiles(folder);
  expect(shell).toEqual(["assets/main.js", "./"]);
  expect(large).toEqual(["assets/hand.glb"]);
  expect(recognition).toEqual(["recognition/letters-worker-0123456789.js"]);
});

test("the version changes with the content, and with nothing else", () => {
  const { version } = listPageFiles(folder);
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  write("service-worker.js", "new");
  expect(listPageFiles(folder).version).toBe(version);
  write("assets/main.js", "main!");
  expect(listPageFiles(folder).version).not.toBe(version);
});
