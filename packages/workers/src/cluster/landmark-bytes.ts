import { landmarkFrameLength } from "@signify/core";

const bytesPerNumber = 4;

/** Landmarks [42, 3] as little-endian float32. */
export function toLandmarkBytes(landmarks: Float32Array): Uint8Array {
  const bytes = new Uint8Array(landmarks.length * bytesPerNumber);
  const view = new DataView(bytes.buffer);
  landmarks.forEach((value, index) => {
    view.setFloat32(index * bytesPerNumber, value, true);
  });
  return bytes;
}

/** Reads them again: `undefined` where it is another number of numbers, or one of them is none. */
export function fromLandmarkBytes(bytes: Uint8Array): Float32Array | undefined {
  if (bytes.length !== landmarkFrameLength * bytesPerNumber) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const landmarks = Float32Array.from({ length: landmarkFrameLength }, (_, index) =>
    view.getFloat32(index * bytesPerNumber, true),
  );
  return landmarks.every(Number.isFinite) ? landmarks : undefined;
}
