import { readTflite } from "./read-tflite.ts";

/** Bytes of a half float's negative zero, low one first. */
const negativeZero = [0x00, 0x80] as const;

/**
 * The same TensorFlow Lite file with 0 in place of −0 among its half floats. Training has left channels without a single weight,
 * whose signs are chance: half a million bits of it in the hand network, which no compression gets rid of. A product with −0
 * differs from one with 0 in its own sign alone, and added to a sum it changes nothing.
 *
 * @throws SignifyError "internal" when the bytes are no TensorFlow Lite model
 */
export function positiveZeros(tflite: Uint8Array, label: string): Uint8Array {
  const changed = new Uint8Array(tflite);
  const [low, high] = negativeZero;
  for (const { data, elementType } of readTflite(changed, label).tensors) {
    if (elementType !== "float16" || !data) continue;
    for (let at = 0; at + 1 < data.length; at += 2) {
      if (data[at] === low && data[at + 1] === high) data[at + 1] = 0;
    }
  }
  return changed;
}
