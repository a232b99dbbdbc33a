import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Links of all pages in a folder that lead to no file, or to no part of one: `page → link`. Other hosts are not asked. */
export function deadLinks(folder: string): string[] {
  const pages = [...new Bun.Glob("**/*.html").scanSync({ cwd: folder, absolute: true })];
  const parts = new Map(pages.map((page) => [page, partsOf(readFileSync(page, "utf8"))]));
  return pages.flatMap((page) =>
    linksOf(readFileSync(page, "utf8"))
      .filter((link) => !/^(https?|mailto|data):/.test(link) && !leads(page, link, parts))
      .map((link) => `${relative(folder, page)} → ${link}`),
  );
}

/** How many links there are, so that a test can say that it has seen some. */
export function countLinks(folder: string): number {
  const pages = [...new Bun.Glob("**/*.html").scanSync({ cwd: folder, absolute: true })];
  return pages.reduce((sum, page) => sum + linksOf(readFileSync(page, "utf8")).length, 0);
}

function leads(page: string, link: string, parts: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [path = "", part] = link.split("#");
  const target = path ? join(dirname(page), decodeURIComponent(path)) : page;
  if (!existsSync(target) || !statSync(target).isFile()) return false;
  return !part || !target.endsWith(".html") || parts.get(target)?.has(decodeURIComponent(part)) === true;
}

const linksOf = (html: string) =>
  [...html.matchAll(/<(?:a|link|script|img|use)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, link = ""]) =>
    link.replaceAll("&amp;", "&"),
  );

const partsOf = (html: string) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id));
