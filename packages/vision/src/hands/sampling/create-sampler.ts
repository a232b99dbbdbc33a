import { createPlainSampler } from "./plain-sampler.ts";
import type { Sampler } from "./sampler.ts";
import { createWasmSampler } from "./wasm-sampler.ts";

/** The fastest sampler that the runtime can have: in Bun, Node and the browsers of today the one in WebAssembly. */
export function createSampler(): Sampler {
  try {
    return createWasmSampler();
  } catch {
    return createPlainSampler();
  }
}
