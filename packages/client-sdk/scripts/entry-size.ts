import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { peerDependencies } from "../package.json" with { type: "json" };

/** What the core entry may weigh in an app, minified and gzipped. */
export const coreEntryLimit = 8192;

/** Bytes of some files, minified for browsers. */
export type Size = { minified: number; gzipped: number };

/** What an entry point weighs in an app, what it loads on top of that when it is needed, and the files of both, relative to `src`. */
export type EntrySize = Size & { later: Size; sources: string[] };

/** Measures an entry point with everything that it imports; what the app brings along does not count. */
export async function entrySize(entry: string): Promise<EntrySize> {
  const folder = fileURLToPath(new URL("../src/", import.meta.url));
  const { outputs, metafile } = await Bun.build({
    entrypoints: [folder + entry],
    target: "browser",
    splitting: true,
    modulePreload: false,
    minify: true,
    metafile: true,
    external: Object.keys(peerDependencies),
  });
  const texts = new Map<string, string>();
  for (const output of outputs) texts.set(output.path, await output.text());
  const first = outputs.find(({ kind }) => kind === "entry-point");
  if (!first || !metafile) throw new Error("expected an entry point");
  const atOnce = new Set<string>();
  const reach = (path: string) => {
    if (atOnce.has(path)) return;
    atOnce.add(path);
    for (const { kind, path: imported } of transpiler.scanImports(texts.get(path) ?? "")) {
      if (kind === "import-statement") reach(imported);
    }
  };
  reach(first.path);
  const sizeOf = (isCounted: (path: string) => boolean): Size => {
    const text = [...texts].flatMap(([path, part]) => (isCounted(path) ? [part] : [])).join("\n");
    return { minified: Buffer.byteLength(text), gzipped: gzipSync(text, { level: 9 }).byteLength };
  };
  return {
    ...sizeOf((path) => atOnce.has(path)),
    later: sizeOf((path) => !atOnce.has(path)),
    sources: Object.keys(metafile.inputs).map((path) => relative(folder, resolve(path))),
  };
}

const transpiler = new Bun.Transpiler({ loader: "js" });
