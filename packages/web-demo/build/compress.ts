import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

/** Kinds of files that become clearly smaller; fonts do not. */
const worthwhile = /\.(js|css|html|svg|wasm|glb|webmanifest|tflite|onnx)$/;
/** Bytes below which a header costs more than is won, and the share that must be won. */
const smallest = 1024;
const leastWin = 0.9;

/**
 * The second highest makes WebAssembly and weights a tenth smaller, in ten times the time, and the highest WebAssembly another 3 %, in twice
 * that: half a minute of processor time for what a learner waits for.
 */
function brotliQuality(name: string): number {
  if (/^litert_wasm_threaded_internal-.*\.wasm$/.test(name)) return 11;
  return /^(hand-landmark|palm-detection|letters)-.*\.(tflite|onnx)$/.test(name) ? 10 : 9;
}

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
      handler: () => writeTwins(outDir),
    },
  };
}

/** The same for a folder. */
export async function writeTwins(folder: string): Promise<void> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && worthwhile.test(entry.name));
  // All at once: the runtime compresses as many as there are processors.
  await Promise.all(files.map(({ parentPath, name }) => addTwins(parentPath, name)));
}

/** A file's twins, as long as they are worth it. */
async function addTwins(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const content = readFileSync(path);
  if (content.length < smallest) return;
  const quality = brotliQuality(name);
  const twins = [
    [".gz", await once(content, ".gz", toGzip)],
    [".br", await once(content, `.${quality}.br`, (bytes) => toBrotli(bytes, quality))],
  ] as const;
  for (const [ending, packed] of twins) {
    if (packed.length < content.length * leastWin) writeFileSync(path + ending, packed);
  }
}

async function once(
  content: Uint8Array,
  ending: string,
  pack: (content: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> {
  const path = join(kept, createHash("sha256").update(content).digest("hex") + ending);
  if (existsSync(path)) return readFileSync(path);
  const packed = await pack(content);
  mkdirSync(kept, { recursive: true });
  // Two builds may run at once, and a build may have the same content twice.
  const unfinished = `${path}.${process.pid}.${crypto.randomUUID()}`;
  writeFileSync(unfinished, packed);
  renameSync(unfinished, path);
  return packed;
}

function toGzip(content: Uint8Array): Uint8Array {
  return Bun.gzipSync(content as Uint8Array<ArrayBuffer>, { level: 9, library: "libdeflate" });
}

async function toBrotli(content: Uint8Array, quality: number): Promise<Uint8Array> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return promisify(brotliCompress)(content, { params });
}
