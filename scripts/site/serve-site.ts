import { existsSync, statSync } from "node:fs";
import { join, normalize } from "node:path";

/** Serves a folder's files on this machine, as any server of static files does, until the program ends. */
export function serveSite(folder: string, port: number): { readonly url: string } {
  // An isolated page finds hands on two threads.
  const headers = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cache-control": "no-cache",
  };
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port,
    fetch(request) {
      const path = normalize(decodeURIComponent(new URL(request.url).pathname));
      const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
      if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile())
        return new Response("There is nothing at this address.", { status: 404, headers });
      return new Response(Bun.file(file), { headers });
    },
  });
  return { url: `http://127.0.0.1:${server.port}/` };
}
