import { sampleRegion } from "./sample-region.ts";
import type { InputForm, InputOf, NetworkInput, Sample, Sampler } from "./sampler.ts";

/** The sampler of a runtime without SIMD in WebAssembly, and the one that the other is held to. */
export function createPlainSampler(): Sampler {
  let picture = new Uint8Array(0);
  const inputs = new Map<string, NetworkInput>();
  const inputOf = <Form extends InputForm>(form: Form, side: number): InputOf[Form] => {
    const key = `${form} ${side}`;
    const length = 3 * side * side;
    const input =
      inputs.get(key) ?? (form === "planar-bytes" ? new Uint8Array(length) : new Float32Array(length));
    inputs.set(key, input);
    return input as InputOf[Form];
  };
  return {
    room(bytes) {
      if (picture.length < bytes) picture = new Uint8Array(bytes);
      return picture.subarray(0, bytes);
    },
    open(image): Sample {
      return (region, options) => {
        const input = inputOf(options.form, options.side);
        sampleRegion(image, region, options, input);
        return input;
      };
    },
  };
}
