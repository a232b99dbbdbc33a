import { readTflite } from "./read-tflite.ts";

/** Bits of a float16 behind its point. */
const fractionBits = 10;

/**
 * A TensorFlow Lite file whose float16 weights have only so many bits behind the point, the others being zero: the same file to whoever
 * reads it, and smaller once it is compressed.
 *
 * @param keptBits 1 to 10
 * @throws SignifyError "internal" when the file cannot be read
 */
export function roundWeights(tflite: Uint8Array, keptBits: number): Uint8Array {
  const rounded = tflite.slice();
  const dropped = fractionBits - keptBits;
  const half = dropped > 0 ? 1 << (dropped - 1) : 0;
  const mask = (0xffff << dropped) & 0xffff;
  for (const { elementType, data } of readTflite(rounded).tensors) {
    if (elementType !== "float16" || !data) continue;
    const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (let at = 0; at < data.byteLength; at += 2) {
      // Carrying into the exponent is right: the next number up is a power of two.
      words.setUint16(at, (words.getUint16(at, true) + half) & mask, true);
    }
  }
  return rounded;
}
