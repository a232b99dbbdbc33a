import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { writeTwins } from "./compress.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-compress-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = readFileSync(new URL("../../../LICENSE", import.meta.url));

async function twinsOf(name: string, content: Uint8Array | string) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  await writeTwins(folder);
  const twin = (ending: string) => (existsSync(path + ending) ? readFileSync(path + ending) : undefined);
  return { gzip: twin(".gz"), brotli: twin(".br") };
}

test("each file has twins that unpack to it", async () => {
  const { gzip, brotli } = await twinsOf("recognition/hand-landmark-0-00c0ffee00.tflite", text);
  expect(gunzipSync(gzip ?? "").equals(text)).toBe(true);
  expect(brotliDecompressSync(brotli ?? "").equals(text)).toBe(true);
});

test("what a learner waits for is packed closer than the rest", async () => {
  const awaited = await twinsOf("recognition/palm-detection-0-00c0ffee01.tflite", text);
  const other = await twinsOf("recognition/litert_wasm_internal-0-00c0ffee02.wasm", text);
  expect(awaited.brotli?.length).toBeLessThan(other.brotli?.length ?? 0);
});

test("what hardly becomes smaller, is small, or is packed already has no twins", async () => {
  const chance = crypto.getRandomValues(new Uint8Array(4000));
  const none = { gzip: undefined, brotli: undefined };
  expect(await twinsOf("chance.wasm", chance)).toEqual(none);
  expect(await twinsOf("small.js", "letters")).toEqual(none);
  expect(await twinsOf("font.woff2", text)).toEqual(none);
});
