import {
  type HandTrack,
  type HandTracking,
  type LocatedHands,
  landmarkFrameLength,
  type RecognitionMode,
  wireErrorCodes,
} from "@signify/core";
import type { FromVision, ToVision } from "./messages.ts";

/** Bytes in front of each message: how many follow (u32). All numbers are in the machine's own order, which is both ends'. */
export const lengthBytes = 4;

/** Bytes of the longest message of a vision process: far above the longest that there is. */
export const maxFromVision = 16_384;

const toVision = ["locate", "stop"] as const satisfies ToVision["type"][];
const fromVision = ["ready", "not-loaded", "located", "failed"] as const satisfies FromVision["type"][];
const modes = ["live", "still"] as const satisfies RecognitionMode[];

const float = Float64Array.BYTES_PER_ELEMENT;
const landmarkBytes = landmarkFrameLength * Float32Array.BYTES_PER_ELEMENT;

/** What every message begins with: type, three small numbers that depend on it, and which picture (u32). */
const headBytes = 8;
const trackingHeadBytes = 8;
const trackBytes = 5 * float;
const timingBytes = 4 * float;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes to write to, reused: what was written is to be sent, or copied, before the next message is. */
export type Scratch = { bytes: Uint8Array<ArrayBuffer>; view: DataView<ArrayBuffer> };

/** Makes a {@link Scratch}, which grows as needed. */
export function createScratch(): Scratch {
  const bytes = new Uint8Array(1024);
  return { bytes, view: new DataView(bytes.buffer) };
}

/**
 * Writes a message for a vision process. A picture: head with mode, whether it is mirrored and the number of tracks;
 * tracking; JPEG.
 */
export function encodeToVision(scratch: Scratch, message: ToVision): Uint8Array<ArrayBuffer> {
  const type = toVision.indexOf(message.type);
  if (message.type === "stop") return begin(scratch, headBytes, [type]);
  const { id, mode, mirrored, tracking, jpeg } = message;
  const { length: tracks } = tracking.tracks;
  const jpegStart = headBytes + trackingLength(tracks);
  const whole = begin(
    scratch,
    jpegStart + jpeg.length,
    [type, modes.indexOf(mode), Number(mirrored), tracks],
    id,
  );
  writeTracking(scratch.view, lengthBytes + headBytes, tracking);
  whole.set(jpeg, lengthBytes + jpegStart);
  return whole;
}

/** Reads what {@link encodeToVision} wrote, without its length. The picture shares its memory. */
export function decodeToVision(bytes: Uint8Array): ToVision | undefined {
  const view = viewOf(bytes);
  if (bytes.length < headBytes) return undefined;
  const type = toVision[view.getUint8(0)];
  if (type === "stop") return { type };
  const mode = modes[view.getUint8(1)];
  const tracks = view.getUint8(3);
  const jpegStart = headBytes + trackingLength(tracks);
  if (type === undefined || mode === undefined || bytes.length < jpegStart) return undefined;
  return {
    type,
    id: view.getUint32(4, true),
    mode,
    mirrored: view.getUint8(2) !== 0,
    tracking: readTracking(view, headBytes, tracks),
    jpeg: bytes.subarray(jpegStart),
  };
}

/**
 * Writes a message of a vision process. Hands: head with their number and the number of tracks; aspect, times,
 * landmarks, tracking. A failure: head with its code; its sentence.
 */
export function encodeFromVision(scratch: Scratch, message: FromVision): Uint8Array<ArrayBuffer> {
  const type = fromVision.indexOf(message.type);
  if (message.type === "ready" || message.type === "not-loaded") return begin(scratch, headBytes, [type]);
  if (message.type === "failed") {
    const text = encoder.encode(message.message);
    const code = wireErrorCodes.indexOf(message.code);
    const whole = begin(scratch, headBytes + text.length, [type, code], message.id);
    whole.set(text, lengthBytes + headBytes);
    return whole;
  }
  const { id, located } = message;
  const { hands, aspect, timings, landmarks, tracking } = located;
  const { length: tracks } = tracking.tracks;
  const whole = begin(scratch, locatedLength(tracks), [type, hands, tracks], id);
  const { view } = scratch;
  let at = lengthBytes + headBytes;
  for (const number of [aspect, timings.decode, timings.palm, timings.warp, timings.hand]) {
    view.setFloat64(at, number, true);
    at += float;
  }
  whole.set(new Uint8Array(landmarks.buffer, landmarks.byteOffset, landmarks.byteLength), at);
  writeTracking(view, at + landmarkBytes, tracking);
  return whole;
}

/**
 * Reads what {@link encodeFromVision} wrote, without its length, as a stranger's: a vision process may have been taken
 * over. `undefined` where it is none.
 */
export function decodeFromVision(bytes: Uint8Array): FromVision | undefined {
  const view = viewOf(bytes);
  if (bytes.length < headBytes) return undefined;
  const type = fromVision[view.getUint8(0)];
  const id = view.getUint32(4, true);
  if (type === "located") {
    const located = readLocated(bytes, view);
    return located && { type, id, located };
  }
  if (type !== "failed") return type && { type };
  const code = wireErrorCodes[view.getUint8(1)];
  return code && { type, id, code, message: decoder.decode(bytes.subarray(headBytes)) };
}

function readLocated(bytes: Uint8Array, view: DataView): LocatedHands | undefined {
  const [hands, tracks] = [view.getUint8(1), view.getUint8(2)];
  if (bytes.length !== locatedLength(tracks)) return undefined;
  const floatAt = (index: number) => view.getFloat64(headBytes + index * float, true);
  const landmarkStart = headBytes + float + timingBytes;
  const landmarks = new Float32Array(landmarkFrameLength);
  for (let index = 0; index < landmarks.length; index++)
    landmarks[index] = view.getFloat32(landmarkStart + 4 * index, true);
  return {
    landmarks,
    hands,
    aspect: floatAt(0),
    timings: { decode: floatAt(1), palm: floatAt(2), warp: floatAt(3), hand: floatAt(4) },
    tracking: readTracking(view, landmarkStart + landmarkBytes, tracks),
  };
}

const trackingLength = (tracks: number) => trackingHeadBytes + tracks * trackBytes;
const locatedLength = (tracks: number) =>
  headBytes + float + timingBytes + landmarkBytes + trackingLength(tracks);
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** The scratch's bytes for a message of this length, with the length and the head written. */
function begin(scratch: Scratch, length: number, small: readonly number[], id = 0): Uint8Array<ArrayBuffer> {
  const whole = lengthBytes + length;
  if (scratch.bytes.length < whole) {
    scratch.bytes = new Uint8Array(2 * whole);
    scratch.view = new DataView(scratch.bytes.buffer);
  }
  scratch.view.setUint32(0, length, true);
  for (let index = 0; index < 4; index++) scratch.bytes[lengthBytes + index] = small[index] ?? 0;
  scratch.view.setUint32(lengthBytes + 4, id, true);
  return scratch.bytes.subarray(0, whole);
}

function writeTracking(view: DataView, start: number, tracking: HandTracking): void {
  view.setUint32(start, tracking.framesSinceSearch, true);
  view.setUint32(start + 4, tracking.nextLook, true);
  let at = start + trackingHeadBytes;
  for (const { region, rightProbability } of tracking.tracks) {
    view.setFloat64(at, region.centerX, true);
    view.setFloat64(at + float, region.centerY, true);
    view.setFloat64(at + 2 * float, region.size, true);
    view.setFloat64(at + 3 * float, region.rotation, true);
    view.setFloat64(at + 4 * float, rightProbability, true);
    at += trackBytes;
  }
}

function readTracking(view: DataView, start: number, tracks: number): HandTracking {
  const trackAt = (at: number): HandTrack => ({
    region: {
      centerX: view.getFloat64(at, true),
      centerY: view.getFloat64(at + float, true),
      size: view.getFloat64(at + 2 * float, true),
      rotation: view.getFloat64(at + 3 * float, true),
    },
    rightProbability: view.getFloat64(at + 4 * float, true),
  });
  return {
    framesSinceSearch: view.getUint32(start, true),
    nextLook: view.getUint32(start + 4, true),
    tracks: Array.from({ length: tracks }, (_, index) =>
      trackAt(start + trackingHeadBytes + index * trackBytes),
    ),
  };
}
