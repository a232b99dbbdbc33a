import { fileURLToPath } from "node:url";

/** Classic scripts, because LiteRT does not load in module workers. */
const programs = [
  { name: "hands-worker", source: "hands/hands-worker.ts" },
  { name: "letters-worker", source: "on-device/letters-worker.ts" },
  { name: "pictures-worker", source: "camera/pictures-worker.ts" },
] as const;

/** Bundles the programs of the workers, each with all that it imports, and answers their paths. */
export async function buildWorkers(folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const { name, source } of programs) {
    const { outputs } = await Bun.build({
      entrypoints: [fileURLToPath(new URL(`../src/${source}`, import.meta.url))],
      target: "browser",
      format: "iife",
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
