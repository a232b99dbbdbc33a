import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { listPageFiles } from "./page-files.ts";

const source = fileURLToPath(new URL("../service-worker/service-worker.ts", import.meta.url));

/** Writes the service worker with the list of all files of the page. Comes last. */
export function offline(): Plugin {
  let outDir = "dist";
  return {
    name: "signify-offline",
    apply: "build",
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        const { version, shell, large, recognition } = listPageFiles(outDir);
        const { outputs } = await Bun.build({
          entrypoints: [source],
          target: "browser",
          format: "iife",
          minify: true,
          define: {
            __VERSION__: JSON.stringify(version),
            __SHELL__: JSON.stringify(shell),
            __LARGE__: JSON.stringify(large),
            __RECOGNITION__: JSON.stringify(recognition),
          },
        });
        const [bundle] = outputs;
        if (!bundle) throw new Error("expected one service worker");
        writeFileSync(join(outDir, "service-worker.js"), await bundle.text());
      },
    },
  };
}
