import type { LandmarkFrame, PictureFrame } from "../frames/frame.ts";
import { handLandmarks } from "./landmarks.ts";

/** A picture frame whose bytes no decoder would accept: for tests whose locator does not look at them. */
export function pictureFrame(sequence = 0, frame: Partial<PictureFrame> = {}): PictureFrame {
  const jpeg = new Uint8Array(0);
  return { kind: "picture", sequence, capturedAt: sequence * 33, mirrored: false, jpeg, ...frame };
}

/** A landmark frame that shows a made-up right hand, or the hands given. */
export function landmarkFrame(sequence = 0, frame: Partial<LandmarkFrame> = {}): LandmarkFrame {
  const landmarks = frame.landmarks ?? handLandmarks();
  return { kind: "landmarks", sequence, capturedAt: sequence * 33, mirrored: false, ...frame, landmarks };
}
