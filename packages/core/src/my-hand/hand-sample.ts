import { decodeBase64, encodeBase64 } from "../encoding/base64.ts";
import { directionOf } from "./cosine.ts";

/** Largest number of a sample: its numbers are signed bytes. */
const full = 127;

/** A direction as base64 of one signed byte for each number, the largest of them ±127. */
export function encodeSample(direction: Float32Array): string {
  const scale = full / Math.max(...direction.map(Math.abs), Number.MIN_VALUE);
  return encodeBase64(new Uint8Array(Int8Array.from(direction, (value) => Math.round(value * scale)).buffer));
}

/** The direction that a sample stands for, of unit length; undefined when it is none with so many numbers. */
export function decodeSample(sample: string, dimensions: number): Float32Array | undefined {
  try {
    const bytes = decodeBase64(sample);
    return bytes.length === dimensions ? directionOf(new Int8Array(bytes.buffer)) : undefined;
  } catch {
    return undefined;
  }
}
