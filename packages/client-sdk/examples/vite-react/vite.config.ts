import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page speaks to the server that it came from, which hands it on to Signify's. */
const proxy = { "/v1": { target: process.env.SIGNIFY_SERVER ?? "http://localhost:8765", ws: true } };

/** On an isolated page hands are found on two threads, twice as fast. */
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig({
  plugins: [react()],
  server: { proxy, headers },
  preview: { proxy, headers },
});
