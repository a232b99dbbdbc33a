import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { letters } from "@signify/core";
import { readLetterModelFile } from "./letter-model-file.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-letter-model-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const path = join(folder, "model.json");
  writeFileSync(path, text);
  return path;
}

test("the shipped model says which it is, with marks for every letter", () => {
  const { identity, rules } = readLetterModelFile();
  expect(identity.name).not.toBe("");
  expect(identity.version).not.toBe("");
  expect(identity.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.keys(rules.verdict.letters)).toEqual([...letters]);
  expect(rules.myHand.dimensions).toBeWithin(1, 129);
});

test("a model of before, without embedding and rules, is refused with what to do", () => {
  const before = '{"name":"letters","version":"1.0.0","sha256":"ab","output":{}}';
  expect(() => readLetterModelFile(written(before))).toThrow("take the model that belongs to this version");
});

test("a file that is missing or no JSON is refused", () => {
  expect(() => readLetterModelFile(join(folder, "missing.json"))).toThrow();
  expect(() => readLetterModelFile(written("{"))).toThrow();
});
