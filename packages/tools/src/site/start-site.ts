import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assetFiles } from "@signify/client-sdk/assets";

/** A web site on this machine: one page with one script, the SDK's assets under /signify/, and more files by name. */
export type Site = AsyncDisposable & { readonly url: string };

/** Options of {@link startSite}. */
export type SiteOptions = {
  /** Paths of more files, by the name under which they are served. */
  files?: ReadonlyMap<string, string>;
  /** Whether the page is isolated from other origins, so that its workers may share memory. Default true. */
  isolated?: boolean;
  /** Whether pages of other origins may load its files. Default false. */
  shared?: boolean;
};

/** Headers by which other origins may use a file, isolated pages among them. */
const sharing = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

/** Headers by which a page is isolated. */
const isolation = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Bundles a page's script and serves it. */
export async function startSite(
  script: URL,
  { files = new Map(), isolated = true, shared = false }: SiteOptions = {},
): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "signify-assets-"));
  const assets = await assetFiles(folder);
  const { outputs } = await Bun.build({ entrypoints: [fileURLToPath(script)], target: "browser" });
  const [bundle] = outputs;
  if (!bundle) throw new Error("expected one bundle of the page's script");
  const program = await bundle.text();
  const page = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>';
  const common = { ...(isolated ? isolation : {}), ...(shared ? sharing : {}) };
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === "/")
        return new Response(page, { headers: { ...common, "content-type": "text/html" } });
      if (pathname === "/page.js") {
        return new Response(program, { headers: { ...common, "content-type": "text/javascript" } });
      }
      const name = decodeURIComponent(pathname.slice(1));
      const path = files.get(name) ?? assets.get(name.replace(/^signify\//, ""));
      return path
        ? new Response(Bun.file(path), { headers: common })
        : new Response("not found", { headers: common, status: 404 });
    },
  });
  return {
    url: `http://127.0.0.1:${server.port}/`,
    async [Symbol.asyncDispose]() {
      await server.stop(true);
      rmSync(folder, { recursive: true });
    },
  };
}
