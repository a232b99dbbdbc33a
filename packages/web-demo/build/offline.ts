import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** Bytes from which on a file counts as large and is kept only when it is used. */
const largeFrom = 200_000;
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
        const names = readdirSync(outDir, { recursive: true, withFileTypes: true })
          .filter(
            (entry) => entry.isFile() && entry.name !== "service-worker.js" && !entry.name.endsWith(".gz"),
          )
          .map((entry) => relative(outDir, join(entry.parentPath, entry.name)))
          .sort();
        const version = createHash("sha256");
        for (const name of names) version.update(name).update(readFileSync(join(outDir, name)));
        const isLarge = (name: string) => statSync(join(outDir, name)).size >= largeFrom;
        const { outputs } = await Bun.build({
          entrypoints: [source],
          target: "browser",
          format: "iife",
          minify: true,
          define: {
            __VERSION__: JSON.stringify(version.digest("hex").slice(0, 12)),
            // The page itself is asked for by its folder's address.
            __SHELL__: JSON.stringify(
              names.filter((name) => !isLarge(name)).map((name) => (name === "index.html" ? "./" : name)),
            ),
            __LARGE__: JSON.stringify(names.filter(isLarge)),
          },
        });
        const [bundle] = outputs;
        if (!bundle) throw new Error("expected one service worker");
        writeFileSync(join(outDir, "service-worker.js"), await bundle.text());
      },
    },
  };
}
