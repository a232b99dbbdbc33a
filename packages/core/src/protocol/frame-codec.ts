import { SignifyError } from "../errors/signify-error.ts";
import type { Frame } from "../frames/frame.ts";
import { landmarkFrameLength } from "../landmarks/landmark-frame.ts";

/** Bytes before the payload: u8 version, u8 kind, u16 flags, u32 sequence, f64 capture time; little-endian. */
export const frameHeaderBytes = 16;
const version = 1;
const kinds = { picture: 1, landmarks: 2 } as const;
const mirroredFlag = 1;
const landmarkBytes = landmarkFrameLength * 4;

/** Writes a frame as one binary message of the typed protocol. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const payload = frame.kind === "picture" ? frame.jpeg : floatsToBytes(frame.landmarks);
  const message = new Uint8Array(frameHeaderBytes + payload.byteLength);
  const view = new DataView(message.buffer);
  view.setUint8(0, version);
  view.setUint8(1, kinds[frame.kind]);
  view.setUint16(2, frame.mirrored ? mirroredFlag : 0, true);
  view.setUint32(4, frame.sequence, true);
  view.setFloat64(8, frame.capturedAt, true);
  message.set(payload, frameHeaderBytes);
  return message;
}

/**
 * Reads one binary message. The picture shares the message's bytes; landmarks are copied and checked.
 * @throws SignifyError "bad-frame" on a short header, an unknown version or kind, a wrong count of floats, or a float
 * that is not finite. Whether the payload is a JPEG is for the decoder to say.
 */
export function decodeFrame(message: Uint8Array): Frame {
  if (message.byteLength < frameHeaderBytes) {
    throw new SignifyError(
      "bad-frame",
      `Expected a binary frame of at least ${frameHeaderBytes} header bytes.`,
    );
  }
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  if (view.getUint8(0) !== version) throw new SignifyError("bad-frame", `Expected frame version ${version}.`);
  const mirrored = (view.getUint16(2, true) & mirroredFlag) !== 0;
  const sequence = view.getUint32(4, true);
  const capturedAt = view.getFloat64(8, true);
  if (!Number.isFinite(capturedAt)) throw new SignifyError("bad-frame", "Expected a finite capture time.");
  const payload = message.subarray(frameHeaderBytes);
  switch (view.getUint8(1)) {
    case kinds.picture:
      return { kind: "picture", sequence, capturedAt, mirrored, jpeg: payload };
    case kinds.landmarks:
      return { kind: "landmarks", sequence, capturedAt, mirrored, landmarks: readLandmarks(payload) };
    default:
      throw new SignifyError("bad-frame", "Expected frame kind 1 (JPEG) or 2 (landmarks).");
  }
}

function readLandmarks(payload: Uint8Array): Float32Array {
  if (payload.byteLength !== landmarkBytes) {
    throw new SignifyError("bad-frame", `Expected 42 × 3 float32 landmarks, ${landmarkBytes} bytes.`);
  }
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const landmarks = Float32Array.from({ length: landmarkFrameLength }, (_, index) =>
    view.getFloat32(4 * index, true),
  );
  if (!landmarks.every(Number.isFinite)) throw new SignifyError("bad-frame", "Expected finite landmarks.");
  return landmarks;
}

function floatsToBytes(landmarks: Float32Array): Uint8Array {
  if (landmarks.length !== landmarkFrameLength) {
    throw new SignifyError("bad-frame", "Expected 42 × 3 landmarks.");
  }
  const bytes = new Uint8Array(landmarkBytes);
  const view = new DataView(bytes.buffer);
  for (const [index, coordinate] of landmarks.entries()) view.setFloat32(4 * index, coordinate, true);
  return bytes;
}
