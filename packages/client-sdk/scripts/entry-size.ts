import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** What the core entry may weigh in an app, minified and gzipped. */
export const coreEntryLimit = 8192;

/** Bytes of some files, minified for browsers. */
export type Size = { minified: number; gzipped: number };

/** What an entry point weighs with everything that it imports, and what it loads on top of that when it is needed. */
export async function entrySize(entry: string): Promise<Size & { later: Size }> {
  const { outputs } = await Bun.build({
    entrypoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    target: "browser",
    splitting: true,
    modulePreload: false,
    minify: true,
  });
  const texts = new Map<string, string>();
  for (const output of outputs) texts.set(output.path, await output.text());
  const first = outputs.find(({ kind }) => kind === "entry-point");
  if (!first) throw new Error("expected an entry point");
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
  return { ...sizeOf((path) => atOnce.has(path)), later: sizeOf((path) => !atOnce.has(path)) };
}

const transpiler = new Bun.Transpiler({ loader: "js" });
