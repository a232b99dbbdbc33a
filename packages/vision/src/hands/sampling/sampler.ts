import type { Region } from "@signify/core";
import type { RgbaImage } from "../../pictures/rgba-image.ts";

/** What lies around the picture: black, or the picture's own edge drawn out. */
export type Border = "zero" | "replicate";

/** The numbers of a network's input: floats 0..1 or bytes 0..255, color by color [3, side, side] or pixel by pixel [side, side, 3]. */
export type InputForm = "planar-floats" | "planar-bytes" | "interleaved-floats";

/** The array that holds an input of a form. */
export type InputOf = {
  "planar-floats": Float32Array;
  "planar-bytes": Uint8Array;
  "interleaved-floats": Float32Array;
};

/** An input of any form. */
export type NetworkInput = InputOf[InputForm];

/** How a region is sampled. */
export type SampleOptions<Form extends InputForm = InputForm> = {
  /** Side of the network's input in pixels. */
  side: number;
  border: Border;
  form: Form;
};

/** Samples a region of the picture that it belongs to, see `sampleRegion`. The result is overwritten by the next sample. */
export type Sample = <Form extends InputForm>(region: Region, options: SampleOptions<Form>) => InputOf[Form];

/**
 * Regions of pictures as networks read them: one picture at a time, one sample at a time. It belongs to one worker, as a
 * decoder does.
 */
export type Sampler = {
  /** Room for a picture that is then sampled without a copy: its content is anything. Given up by the next call. */
  room(bytes: number): Uint8Array;
  /** Samples of this picture, until the next one is opened. A picture that does not lie in {@link room} is copied there. */
  open(image: RgbaImage): Sample;
};
