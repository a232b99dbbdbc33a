import { fileURLToPath } from "node:url";

/** LiteRT does not load in module workers, onnxruntime-web loads in no others. */
const programs = [
  { name: "hands-worker", source: "hands/hands-worker.ts", format: "iife" },
  { name: "letters-worker", source: "on-device/letters-worker.ts", format: "esm" },
  { name: "pictures-worker", source: "camera/pictures-worker.ts", format: "iife" },
] as const;

/** Bundles the programs of the workers, each with all that it imports, and answers their paths. */
export async function buildWorkers(folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const { name, source, format } of programs) {
    const { outputs } = await Bun.build({
      entrypoints: [fileURLToPath(new URL(`../src/${source}`, import.meta.url))],
      target: "browser",
      format,
      minify: true,
    });
    const [bundle] = outputs;
    if (!bundle) throw new Error(`expected one bundle of ${source}`);
    const path = `${folder}/${name}.js`;
    await Bun.write(path, bundle);
    written.push(path);
  }
  return written;
}
