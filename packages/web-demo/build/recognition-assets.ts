import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { assetFiles } from "@signify/client-sdk/assets";
import type { Plugin } from "vite";

/**
 * Puts the workers, wasm and models that run on the device into one folder of the page. The folder's name changes with
 * its content, so that browsers may keep it for ever; the page reads it as `__RECOGNITION_ASSETS__`.
 */
export function recognitionAssets(): Plugin {
  let files = new Map<string, string>();
  let folder = "";
  let outDir = "dist";
  return {
    name: "signify-recognition-assets",
    async config() {
      files = await assetFiles(mkdtempSync(join(tmpdir(), "signify-workers-")));
      const hash = createHash("sha256");
      for (const path of files.values()) hash.update(readFileSync(path));
      folder = `recognition-${hash.digest("hex").slice(0, 10)}`;
      return { define: { __RECOGNITION_ASSETS__: JSON.stringify(`./${folder}/`) } };
    },
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = files.get(basename(request.url ?? ""));
        if (!path || !request.url?.includes(folder)) return next();
        const types: Record<string, string> = { js: "text/javascript", wasm: "application/wasm" };
        response.setHeader("content-type", types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream");
        response.end(readFileSync(path));
      });
    },
    writeBundle() {
      mkdirSync(join(outDir, folder), { recursive: true });
      for (const [name, path] of files) copyFileSync(path, join(outDir, folder, name));
    },
  };
}
