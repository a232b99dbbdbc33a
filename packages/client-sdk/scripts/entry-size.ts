import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** What the core entry may weigh in an app, minified and gzipped. */
export const coreEntryLimit = 8192;

/** Bytes of an entry point with everything that it imports, minified for browsers. */
export async function entrySize(entry: string): Promise<{ minified: number; gzipped: number }> {
  const { outputs } = await Bun.build({
    entrypoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    target: "browser",
    minify: true,
  });
  const [bundle] = outputs;
  if (!bundle) throw new Error("expected one bundle");
  const bytes = new Uint8Array(await bundle.arrayBuffer());
  return { minified: bytes.byteLength, gzipped: gzipSync(bytes, { level: 9 }).byteLength };
}
