import { defineConfig } from "vite";
import { compress } from "./build/compress.ts";
import { offline } from "./build/offline.ts";
import { pageTexts } from "./build/page-texts.ts";
import { recognitionAssets } from "./build/recognition-assets.ts";

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
  },
  server: { proxy: { "/v1": { target: "ws://localhost:8765", ws: true } } },
  plugins: [pageTexts(), recognitionAssets(), compress(), offline()],
}));
