import type { Page, PageFile } from "./load-page.ts";

/** Said at `/` while the page is not built. */
const notBuilt = "Signify is running. The page is not built: run `bun run build`.\n";

/** Answers a file of the page, or `undefined` where there is none at this address. */
export function servePage(page: Page, request: Request): Response | undefined {
  const { pathname } = new URL(request.url);
  const file = page.get(pathname);
  if (!file) return pathname === "/" ? new Response(notBuilt) : undefined;
  const accepted = request.headers.get("accept-encoding") ?? "";
  const [encoding, path] = packed(file, accepted) ?? [undefined, file.path];
  const headers: Record<string, string> = {
    "content-type": Bun.file(file.path).type,
    "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
  };
  if (encoding) headers["content-encoding"] = encoding;
  return new Response(Bun.file(path), { headers });
}

/** The smallest twin that is accepted, after the name of its encoding. */
function packed({ brotli, gzip }: PageFile, accepted: string): [encoding: string, path: string] | undefined {
  if (brotli && /\bbr\b/.test(accepted)) return ["br", brotli];
  return gzip && /\bgzip\b/.test(accepted) ? ["gzip", gzip] : undefined;
}
