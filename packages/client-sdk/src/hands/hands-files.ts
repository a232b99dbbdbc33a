import type { AssetName } from "../workers/asset-address.ts";

/** What a browser's WebAssembly can do for hands: threads, instructions on vectors that round as they like, or neither. */
export type LiteRtBuild = "threaded" | "single" | "compatible";

/** LiteRT's files for each. */
const files = {
  threaded: { loader: "handsThreadedLoader", binary: "handsThreadedBinary" },
  single: { loader: "handsLoader", binary: "handsBinary" },
  compatible: { loader: "handsCompatibleLoader", binary: "handsCompatibleBinary" },
} as const satisfies Record<LiteRtBuild, Record<"loader" | "binary", AssetName>>;

/** The files that hands on this device need here and now, by what they are for. */
export type HandsFiles = Record<"worker" | "loader" | "binary" | "palmDetection" | "handLandmark", AssetName>;

/** The files for a build of LiteRT; the others are not loaded. */
export function handsFiles(build: LiteRtBuild = chooseBuild()): HandsFiles {
  return {
    worker: "handsWorker",
    ...files[build],
    palmDetection: "handsPalmsModel",
    handLandmark: "handsModel",
  };
}

/** All of them, in the order in which they are counted. */
export const handAssets = (): readonly AssetName[] => Object.values(handsFiles());

/**
 * Which build of LiteRT suits this page and browser. Threads share memory, which takes a page isolated by COOP and COEP; WebKitGTK
 * has no shared memory there either.
 */
export function chooseBuild(): LiteRtBuild {
  if (!WebAssembly.validate(relaxedProgram)) return "compatible";
  const sharesMemory = globalThis.crossOriginIsolated && typeof SharedArrayBuffer !== "undefined";
  return sharesMemory && coreCount() > 1 ? "threaded" : "single";
}

/** How many threads a network computes on: no more than help, and none of them waits for another's core. */
export function threadCount(build: LiteRtBuild): number {
  return build === "threaded" ? Math.min(mostThreads, coreCount()) : 1;
}

const mostThreads = 4;

const coreCount = () => globalThis.navigator?.hardwareConcurrency ?? 1;

/** The smallest program with an instruction of "relaxed SIMD": i8x16.relaxed_swizzle of two constants. */
const relaxedProgram = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7b],
  ...[3, 2, 1, 0],
  ...[10, 15, 1, 13, 0, 0x41, 1, 0xfd, 15, 0x41, 2, 0xfd, 15, 0xfd, 0x80, 2, 11],
);
