import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { AssetManifest } from "../src/workers/asset-address.ts";

/** Bytes of one part: what is lost of a large file when a page is reloaded while it loads. */
const partBytes = 1024 * 1024;

/**
 * Writes files, given by their usual names, into a folder under names that change with their content, large ones in
 * parts, and answers where each is: the manifest that the SDK reads.
 */
export function packAssets(files: ReadonlyMap<string, string>, folder: string): AssetManifest {
  mkdirSync(folder, { recursive: true });
  const manifest: Record<string, { bytes: number; parts: string[] }> = {};
  for (const [name, path] of files) {
    const content = readFileSync(path);
    const parts: string[] = [];
    for (let start = 0; start < Math.max(1, content.length); start += partBytes) {
      const piece = content.subarray(start, start + partBytes);
      const part = partName(name, content.length > partBytes ? parts.length : undefined, piece);
      writeFileSync(join(folder, part), piece);
      parts.push(part);
    }
    manifest[name] = { bytes: content.length, parts };
  }
  return manifest;
}

function partName(name: string, number: number | undefined, content: Uint8Array): string {
  const ending = extname(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  return `${basename(name, ending)}-${number === undefined ? "" : `${number}-`}${hash}${ending}`;
}
