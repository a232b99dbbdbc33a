import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { assetFiles, packAssets } from "@signify/client-sdk/assets";
import type { Plugin } from "vite";
import { recognitionFolder } from "./page-files.ts";

const types: Record<string, string> = { js: "text/javascript", wasm: "application/wasm" };

/**
 * Puts the workers, wasm and models that run on the device into one folder of the page, under names that change with
 * their content, so that browsers may keep them for good. The page reads where they are as `__RECOGNITION_ASSETS__`.
 */
export function recognitionAssets(): Plugin {
  let packed = "";
  let outDir = "dist";
  return {
    name: "signify-recognition-assets",
    async config() {
      packed = mkdtempSync(join(tmpdir(), "signify-recognition-"));
      process.once("exit", () => rmSync(packed, { recursive: true, force: true }));
      const workers = mkdtempSync(join(tmpdir(), "signify-workers-"));
      const assetManifest = packAssets(await assetFiles(workers), packed);
      rmSync(workers, { recursive: true });
      const assets = { assets: `./${recognitionFolder}/`, assetManifest };
      return { define: { __RECOGNITION_ASSETS__: JSON.stringify(assets) } };
    },
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use(`/${recognitionFolder}/`, (request, response) => {
        const name = basename(request.url ?? "");
        response.setHeader("content-type", types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
        response.end(readFileSync(join(packed, name)));
      });
    },
    writeBundle() {
      cpSync(packed, join(outDir, recognitionFolder), { recursive: true });
    },
  };
}
