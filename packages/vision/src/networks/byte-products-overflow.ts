import { readFileSync } from "node:fs";
import { arch } from "node:os";

/** What Linux calls the instructions that add four products of bytes in 32 bits, with registers of 512 and of 256 bits. */
const wideSums = ["avx512_vnni", "avx_vnni"];

/**
 * Whether ONNX Runtime adds pairs of products of bytes in 16 bits on this processor, where 255 · 127 twice is too much: on x64 without
 * VNNI. It then reads the hand network with weights of seven bits, which takes as long and errs less than what overflows.
 * A processor that nothing is known of is taken for one of those.
 */
export function byteProductsOverflow(architecture: string = arch(), flags = processorFlags()): boolean {
  return architecture === "x64" && !wideSums.some((flag) => flags.includes(flag));
}

/** The flags of the first processor; none where Linux does not tell. */
function processorFlags(): readonly string[] {
  try {
    return /^flags\s*:(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1]?.trim().split(/\s+/) ?? [];
  } catch {
    return [];
  }
}
