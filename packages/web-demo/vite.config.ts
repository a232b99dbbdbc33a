import { defineConfig } from "vite";
import { compress } from "./build/compress.ts";
import { offline } from "./build/offline.ts";
import { pageTexts } from "./build/page-texts.ts";
import { recognitionAssets } from "./build/recognition-assets.ts";

/** As the server has them: workers may share memory on an isolated page alone. */
const isolation = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

export default defineConfig(({ mode }) => ({
  // Relative addresses, so that the page also works in a folder of some other site.
  base: "./",
  build: {
    outDir: mode === "static" ? "dist-static" : "dist",
    target: "es2022",
    // A data: address would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // What the first screen needs is one file: eight small ones ask the server eight times.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } } },
  },
  server: { headers: isolation, proxy: { "/v1": { target: "ws://localhost:8765", ws: true } } },
  preview: { headers: isolation },
  plugins: [pageTexts(), recognitionAssets(), compress(), offline()],
}));
