import { decodeBase64 } from "@signify/core";
import type { RgbaImage } from "../../pictures/rgba-image.ts";
import { assembledSampler } from "./assembled-sampler.ts";
import { patchBytes } from "./gather-patches.ts";
import { createPlainSampler } from "./plain-sampler.ts";
import { type RegionWalk, walkRegion } from "./region-walk.ts";
import type { InputForm, InputOf, NetworkInput, Sample, Sampler } from "./sampler.ts";

/** What `assembly/sample-region.ts` exports. Addresses are bytes of its memory. */
type Assembled = {
  readAhead(from: number, length: number, stride: number, rows: number): void;
  sample(
    picture: number,
    width: number,
    height: number,
    cornerX: number,
    cornerY: number,
    columnX: number,
    columnY: number,
    rowX: number,
    rowY: number,
    black: number,
    side: number,
    form: number,
    out: number,
    pitch: number,
  ): void;
  gatherPatches(pixels: number, pitch: number, side: number, out: number): void;
};

const pageBytes = 65_536;
const largestSide = 256;
/** A pixel of four floats may be written where three belong. */
const inputBytes = 4 * (3 * largestSide * largestSide + 1);
const inputAt = 64;
/** Pixels in bytes, of which patches are made: rows with zeros behind them, and one of zeros. */
const pitch = 3 * largestSide + 16;
const pixelsAt = Math.ceil((inputAt + inputBytes) / 64) * 64;
const pictureAt = Math.ceil((pixelsAt + pitch * (largestSide + 1)) / 64) * 64;
const bytesOfPixel = 4;
/** Weights of zero are multiplied too: with what lies a row and a pixel behind the picture, of 2^15 pixels at the most. */
const behindPicture = bytesOfPixel * 2 ** 15 + 2 * bytesOfPixel;
const largestWord = 2 ** 31 - 1;
const formNumber = {
  "planar-floats": 0,
  "planar-bytes": 1,
  "interleaved-floats": 2,
  "patched-bytes": 3,
} as const;

/**
 * The same sampler in WebAssembly, four pixels at a time. Pictures and inputs lie in its memory, one behind the other: a decoder that writes
 * into {@link Sampler.room} and a network that reads the input need no copy.
 *
 * @throws WebAssembly.CompileError where the engine knows no SIMD, or lets no WebAssembly in
 */
export function createWasmSampler(): Sampler {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(pictureAt / pageBytes) });
  const module = new WebAssembly.Module(decodeBase64(assembledSampler));
  const assembled = new WebAssembly.Instance(module, { env: { memory } }).exports as Assembled;
  const plain = createPlainSampler();
  const inputs = new Map<string, NetworkInput>();

  const room = (bytes: number) => {
    const missing = pictureAt + bytes + behindPicture - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    return new Uint8Array(memory.buffer, pictureAt, bytes);
  };
  /** The same view each time: networks keep what they know of an input. Growing the memory makes another one. */
  const inputOf = <Form extends InputForm>(form: Form, side: number): InputOf[Form] => {
    const key = `${form} ${side}`;
    const known = inputs.get(key);
    if (known?.buffer === memory.buffer) return known as InputOf[Form];
    const length = form === "patched-bytes" ? patchBytes * (side / 2) ** 2 : 3 * side * side;
    const input = form.endsWith("bytes")
      ? new Uint8Array(memory.buffer, inputAt, length)
      : new Float32Array(memory.buffer, inputAt, length);
    inputs.set(key, input);
    return input as InputOf[Form];
  };
  const addressOf = ({ data }: RgbaImage): number => {
    if (data.buffer === memory.buffer && data.byteOffset >= pictureAt) return data.byteOffset;
    room(data.length).set(data);
    return pictureAt;
  };

  return {
    room,
    open(image): Sample {
      const { width, height } = image;
      const rowBytes = bytesOfPixel * width;
      const picture = addressOf(image);
      return (region, options) => {
        const { side, border, form } = options;
        const walk = walkRegion(region, height, side);
        if (side > largestSide || side % 4 !== 0 || !fitsWords(walk, side)) {
          const data = new Uint8Array(memory.buffer, picture, rowBytes * height);
          return plain.open({ data, width, height })(region, options);
        }
        const within = (place: number, end: number) => Math.max(0, Math.min(end, place));
        const [top, left] = [within(walk.top, height), within(walk.left, width)];
        assembled.readAhead(
          picture + rowBytes * top + bytesOfPixel * left,
          bytesOfPixel * (within(walk.right, width) - left),
          rowBytes,
          within(walk.bottom, height) - top,
        );
        const { cornerX, cornerY, columnX, columnY, rowX, rowY } = walk;
        const black = Number(border === "zero");
        const patched = form === "patched-bytes";
        assembled.sample(
          ...([picture, width, height, cornerX, cornerY, columnX, columnY, rowX, rowY] as const),
          ...([black, side, formNumber[form], patched ? pixelsAt : inputAt, pitch] as const),
        );
        if (patched) {
          new Uint8Array(memory.buffer, pixelsAt + side * pitch, pitch).fill(0);
          assembled.gatherPatches(pixelsAt, pitch, side, inputAt);
        }
        return inputOf(form, side);
      };
    },
  };
}

/** Whether all positions, which WebAssembly counts in 32 bits, fit there. */
function fitsWords({ cornerX, cornerY, columnX, columnY, rowX, rowY }: RegionWalk, side: number): boolean {
  const fits = (corner: number, column: number, row: number) => {
    const ends = [corner, corner + side * column, corner + side * row, corner + side * (column + row)];
    return ends.every((end) => Math.abs(end) < largestWord);
  };
  return fits(cornerX, columnX, rowX) && fits(cornerY, columnY, rowY);
}
