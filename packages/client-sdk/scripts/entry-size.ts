import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { peerDependencies } from "../package.json" with { type: "json" };

/** What the core entry may weigh in an app, minified and gzipped. */
export const coreEntryLimit = 8192;

/** What an entry point weighs in an app, in bytes, and the files that it is made of, relative to `src`. */
export type EntrySize = { minified: number; gzipped: number; sources: string[] };

/** Measures an entry point with everything that it imports, minified for browsers; what the app brings along does not count. */
export async function entrySize(entry: string): Promise<EntrySize> {
  const folder = fileURLToPath(new URL("../src/", import.meta.url));
  const { outputs, metafile } = await Bun.build({
    entrypoints: [folder + entry],
    target: "browser",
    minify: true,
    metafile: true,
    external: Object.keys(peerDependencies),
  });
  const [bundle] = outputs;
  if (!bundle || !metafile) throw new Error("expected one bundle");
  const bytes = new Uint8Array(await bundle.arrayBuffer());
  return {
    minified: bytes.byteLength,
    gzipped: gzipSync(bytes, { level: 9 }).byteLength,
    sources: Object.keys(metafile.inputs).map((path) => relative(folder, resolve(path))),
  };
}
