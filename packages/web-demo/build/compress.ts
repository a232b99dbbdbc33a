import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

/** Kinds of files that become clearly smaller; fonts do not. */
const worthwhile = /\.(js|css|html|svg|wasm|glb|webmanifest|tflite|onnx)$/;
/** Bytes below which a header costs more than is won, and the share that must be won. */
const smallest = 1024;
const leastWin = 0.9;

/** The two highest make WebAssembly a tenth smaller, in ten times the time: minutes of a build. */
const brotliQuality = 9;

/** Most of what is compressed is the same in every build: it is kept by its content. */
const kept = fileURLToPath(new URL("../../../node_modules/.cache/signify-compressed", import.meta.url));

/** Puts twins in gzip and brotli beside each file that becomes smaller by it; the server sends one to whoever accepts it. */
export function compress(): Plugin {
  let outDir = "dist";
  return {
    name: "signify-compress",
    apply: "build",
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle: {
      order: "post",
      sequential: true,
      handler() {
        for (const entry of readdirSync(outDir, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !worthwhile.test(entry.name)) continue;
          const path = join(entry.parentPath, entry.name);
          const content = readFileSync(path);
          if (content.length < smallest) continue;
          for (const [ending, pack] of [[".gz", toGzip] as const, [".br", toBrotli] as const]) {
            const packed = once(content, ending, pack);
            if (packed.length < content.length * leastWin) writeFileSync(path + ending, packed);
          }
        }
      },
    },
  };
}

function once(content: Uint8Array, ending: string, pack: (content: Uint8Array) => Uint8Array): Uint8Array {
  const path = join(kept, createHash("sha256").update(content).digest("hex") + ending);
  if (existsSync(path)) return readFileSync(path);
  const packed = pack(content);
  mkdirSync(kept, { recursive: true });
  // Two builds may run at once.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, packed);
  renameSync(unfinished, path);
  return packed;
}

function toGzip(content: Uint8Array): Uint8Array {
  return Bun.gzipSync(content as Uint8Array<ArrayBuffer>, { level: 9, library: "libdeflate" });
}

function toBrotli(content: Uint8Array): Uint8Array {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: brotliQuality,
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params });
}
