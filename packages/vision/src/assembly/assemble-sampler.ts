import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const folder = fileURLToPath(new URL("../../assembly", import.meta.url));

/**
 * Compiles `assembly/sample-region.ts`, which is AssemblyScript, to WebAssembly with SIMD. The same source gives the same bytes.
 * @throws Error with what the compiler says
 */
export async function assembleSampler(): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const flags = ["-O3", "--noAssert", "--runtime", "stub", "--importMemory", "--enable", "simd"];
  const { error, stderr } = await asc.main(
    ["sample-region.ts", "--baseDir", folder, "--outFile", "sampler.wasm", ...flags],
    { writeFile: (name, contents) => void files.set(name, contents as Uint8Array) },
  );
  const assembled = files.get("sampler.wasm");
  if (error || assembled === undefined) throw new Error(`${error?.message ?? "no output"}\n${stderr}`);
  return assembled;
}
