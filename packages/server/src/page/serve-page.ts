import type { Page } from "./load-page.ts";

/** Said at `/` while the page is not built. */
const notBuilt = "Signify is running. The page is not built: run `bun run build`.\n";

/** Answers a file of the page, or `undefined` where there is none at this address. */
export function servePage(page: Page, request: Request): Response | undefined {
  const { pathname } = new URL(request.url);
  const file = page.get(pathname);
  if (!file) return pathname === "/" ? new Response(notBuilt) : undefined;
  const zipped = file.gzip !== undefined && /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  const headers: Record<string, string> = {
    "content-type": Bun.file(file.path).type,
    "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
  };
  if (zipped) headers["content-encoding"] = "gzip";
  return new Response(Bun.file(zipped && file.gzip ? file.gzip : file.path), { headers });
}
