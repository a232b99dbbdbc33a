import type { Region } from "@signify/core";
import { gatherPatches, patchBytes } from "./gather-patches.ts";
import { type PixelForm, sampleRegion } from "./sample-region.ts";
import type { InputForm, InputOf, NetworkInput, Sample, SampleOptions, Sampler } from "./sampler.ts";

/** The sampler of a runtime without SIMD in WebAssembly, and the one that the other is held to. */
export function createPlainSampler(): Sampler {
  let picture = new Uint8Array(0);
  const arrays = new Map<string, NetworkInput>();
  const arrayOf = <Form extends InputForm | PixelForm>(form: Form, side: number): NetworkInput => {
    const key = `${form} ${side}`;
    const length = form === "patched-bytes" ? patchBytes * (side / 2) ** 2 : 3 * side * side;
    const array =
      arrays.get(key) ?? (form.endsWith("bytes") ? new Uint8Array(length) : new Float32Array(length));
    arrays.set(key, array);
    return array;
  };
  return {
    room(bytes) {
      if (picture.length < bytes) picture = new Uint8Array(bytes);
      return picture.subarray(0, bytes);
    },
    open(image): Sample {
      return <Form extends InputForm>(region: Region, { side, border, form }: SampleOptions<Form>) => {
        const input = arrayOf(form, side);
        if (form === "patched-bytes") {
          const pixels = arrayOf("interleaved-bytes", side) as Uint8Array;
          sampleRegion(image, region, { side, border, form: "interleaved-bytes" }, pixels);
          gatherPatches(pixels, side, input as Uint8Array);
        } else sampleRegion(image, region, { side, border, form }, input);
        return input as InputOf[Form];
      };
    },
  };
}
