import { landmarkFrameLength } from "@signify/core";

/** Bytes that begin like a JPEG, `bytes` of them; no decoder reads them. */
export function fakeJpeg(bytes = 64): Uint8Array<ArrayBuffer> {
  const jpeg = new Uint8Array(Math.max(4, bytes));
  jpeg.set([0xff, 0xd8, 0xff, 0xe0]);
  return jpeg;
}

/** A landmark frame [42, 3] with a made-up right hand; `seed` tells one from another. */
export function fakeLandmarks(seed = 1): Float32Array {
  const landmarks = new Float32Array(landmarkFrameLength);
  for (let index = landmarkFrameLength / 2; index < landmarkFrameLength; index++) {
    landmarks[index] = (seed % 100) / 100 + index / 1000;
  }
  return landmarks;
}
