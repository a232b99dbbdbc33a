import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { letterModelPaths } from "@signify/models";
import { readLetterModelMetadata } from "./letter-model-metadata.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-metadata-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const path = join(folder, "model.json");
  writeFileSync(path, text);
  return path;
}

test("the shipped model says its name and version", () => {
  const { name, version } = readLetterModelMetadata(letterModelPaths().metadata);
  expect(name).not.toBe("");
  expect(version).not.toBe("");
});

test("nothing but name and version goes to clients", () => {
  const path = written('{"name":"letters","version":"2","trainedBy":"someone"}');
  expect(readLetterModelMetadata(path)).toEqual({ name: "letters", version: "2" });
});

test.each(['{"name":"letters"}', '{"name":1,"version":"2"}', "[]", "null"])("%s is refused", (text) => {
  expect(() => readLetterModelMetadata(written(text))).toThrow("to have a name and a version");
});

test("a file that is missing or no JSON is refused", () => {
  expect(() => readLetterModelMetadata(join(folder, "missing.json"))).toThrow();
  expect(() => readLetterModelMetadata(written("{"))).toThrow();
});
