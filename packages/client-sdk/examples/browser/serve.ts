// Serves the practice page: bun examples/browser/serve.ts, with a Signify server on ws://localhost:8765.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assetFiles } from "@signify/client-sdk/assets";

const here = import.meta.dir;
const assets = await assetFiles(mkdtempSync(join(tmpdir(), "signify-")));
const { outputs } = await Bun.build({ entrypoints: [`${here}/practice.ts`], target: "browser" });
const [script] = outputs;

const site = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(process.env.PORT ?? 3000),
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/") return new Response(Bun.file(`${here}/index.html`));
    if (pathname === "/practice.js") return new Response(script);
    const asset = assets.get(pathname.replace("/signify/", ""));
    return asset ? new Response(Bun.file(asset)) : new Response("not found", { status: 404 });
  },
});
console.log(`http://127.0.0.1:${site.port}/?server=ws://127.0.0.1:8765`);
