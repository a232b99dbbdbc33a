import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A file of the page, with its compressed twins where the build made them. */
export type PageFile = {
  path: string;
  brotli: string | undefined;
  gzip: string | undefined;
  immutable: boolean;
};

/** The page's files by their address. Only what is listed here is ever served, so no address can reach outside. */
export type Page = ReadonlyMap<string, PageFile>;

/** The page's build names these by their content. */
const hashed = /^\/(assets\/.+-[\w-]{8}|recognition\/.+-[0-9a-f]{10})\.\w+$/;

/** Lists the built page; empty where it was not built. `/` is its `index.html`. */
export function loadPage(directory: string): Page {
  if (!existsSync(directory)) return new Map();
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(directory, path).split(sep).join("/")}`;
      const twin = (ending: string) => (existsSync(path + ending) ? path + ending : undefined);
      return [
        address === "/index.html" ? "/" : address,
        { path, brotli: twin(".br"), gzip: twin(".gz"), immutable: hashed.test(address) },
      ] as const;
    });
  return new Map(files);
}
