import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a library weighs. */
export type PeerFigures = {
  /** Bytes of an app's script that uses it, minified, and those gzipped. */
  readonly minified: number;
  readonly gzipped: number;
  /** Bytes that a browser loads besides, gzipped one by one. */
  readonly served: number;
  /** Whether types come with it. */
  readonly hasTypes: boolean;
};

/** Bundles an entry for browsers and weighs it. @throws AggregateError when it does not build. */
export async function measurePeer(
  folder: string,
  { library, entry, served }: { library: string; entry: string; served: readonly string[] },
): Promise<PeerFigures> {
  const path = join(folder, `${library.replace(/\W/g, "-")}.js`);
  await Bun.write(path, entry);
  const { outputs } = await Bun.build({
    entrypoints: [path],
    target: "browser",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const [bundle] = outputs;
  if (!bundle) throw new Error(`expected one bundle of ${library}`);
  const bytes = new Uint8Array(await bundle.arrayBuffer());
  const files = served.flatMap((pattern) => [
    ...new Bun.Glob(pattern).scanSync({ cwd: folder, absolute: true }),
  ]);
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules", library, "package.json"), "utf8"));
  return {
    minified: bytes.byteLength,
    gzipped: gzipSync(bytes, { level: 9 }).byteLength,
    served: files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).byteLength, 0),
    hasTypes: typesOf(manifest).some((types) => isFile(join(folder, "node_modules", library, types))),
  };
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/** Where a manifest says that the types are, in any of the ways there are. */
function typesOf(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key === "types" || key === "typings" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => typesOf(inner, name));
}
