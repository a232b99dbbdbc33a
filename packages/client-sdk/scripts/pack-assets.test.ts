import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packAssets } from "./pack-assets.ts";

const root = mkdtempSync(join(tmpdir(), "signify-pack-"));
afterAll(() => rmSync(root, { recursive: true }));

const large = Buffer.alloc(2.5 * 1024 * 1024, "letters");
const small = Buffer.from("worker");
const pack = (name: string, contents: Record<string, Uint8Array>) => {
  const files = new Map(Object.keys(contents).map((file) => [file, join(root, `source-${file}`)]));
  for (const [file, content] of Object.entries(contents))
    writeFileSync(join(root, `source-${file}`), content);
  return packAssets(files, join(root, name));
};

describe("packAssets", () => {
  test("cuts large files and says how their parts make them up", () => {
    const manifest = pack("whole", { "letters.onnx": large, "letters-worker.js": small });
    expect(manifest["letters.onnx"]?.bytes).toBe(large.length);
    expect(manifest["letters.onnx"]?.parts).toHaveLength(3);
    for (const [name, content] of [["letters.onnx", large] as const, ["letters-worker.js", small] as const]) {
      const parts = manifest[name]?.parts.map((part) => readFileSync(join(root, "whole", part))) ?? [];
      expect(Buffer.concat(parts).equals(content)).toBe(true);
    }
    expect(readdirSync(join(root, "whole")).sort()).toEqual(
      Object.values(manifest)
        .flatMap(({ parts }) => parts)
        .sort(),
    );
  });

  test("a part's name changes with its content, and with that alone", () => {
    const before = pack("before", { "letters.onnx": large, "letters-worker.js": small });
    const changed = Buffer.from(large);
    changed[large.length - 1] = 0;
    const after = pack("after", { "letters.onnx": changed, "letters-worker.js": small });
    expect(after["letters-worker.js"]).toEqual(before["letters-worker.js"]);
    expect(after["letters.onnx"]?.parts.slice(0, 2)).toEqual(before["letters.onnx"]?.parts.slice(0, 2));
    expect(after["letters.onnx"]?.parts[2]).not.toBe(before["letters.onnx"]?.parts[2]);
  });
});
