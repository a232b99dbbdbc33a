import { widenHalf } from "@signify/core";
import type { TfliteTensor } from "./read-tflite.ts";

/**
 * The values of a constant as 32-bit floats; half-precision ones are widened, which is exact.
 * Undefined when the tensor is no constant of floats or holds fewer bytes than its shape says.
 */
export function floatValues({ data, elementType, shape }: TfliteTensor): Float32Array | undefined {
  if (data === undefined) return undefined;
  const count = shape.reduce((product, length) => product * length, 1);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (elementType === "float32" && data.byteLength === 4 * count) {
    return Float32Array.from({ length: count }, (_, index) => view.getFloat32(4 * index, true));
  }
  if (elementType === "float16" && data.byteLength === 2 * count) {
    return Float32Array.from({ length: count }, (_, index) => widenHalf(view.getUint16(2 * index, true)));
  }
  return undefined;
}
