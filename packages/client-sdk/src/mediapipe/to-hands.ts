import { type Hand, landmarkCount, SignifyError, toLandmarkFrame } from "@signify/core";

/** What is used of the result of a HandLandmarker or GestureRecognizer of `@mediapipe/tasks-vision`. */
export type MediaPipeResult = {
  /** For each hand 21 points: x in picture widths, y in picture heights, z in picture widths. */
  landmarks: readonly (readonly MediaPipePoint[])[];
  /** For each hand whether it is a "Left" or a "Right" one, and how surely, 0..1. */
  handedness?: MediaPipeHandedness;
  /** The same under its older name. */
  handednesses?: MediaPipeHandedness;
};

/** A landmark as MediaPipe says it. */
export type MediaPipePoint = {
  /** In picture widths, from the left. */
  x: number;
  /** In picture heights, from the top. */
  y: number;
  /** In picture widths, less where it is nearer than the wrist. */
  z: number;
};

type MediaPipeHandedness = readonly (readonly { categoryName: string; score: number }[])[];

/** About the picture that MediaPipe was given. */
export type PictureOptions = {
  /** Its width in pixels: `video.videoWidth`, or `width` of a canvas or an ImageBitmap. */
  width: number;
  /** Its height in pixels. */
  height: number;
  /** Whether left and right are exchanged in it. A preview that is mirrored by CSS is not. Default false. */
  mirrored?: boolean;
};

/**
 * Turns what MediaPipe found in a picture into what `sendLandmarks` takes: [42, 3], rows 0–20 the signer's left hand, 21–41 the
 * right one, zeros where there is none, in picture heights (x · aspect, y down, z · aspect) of the un-mirrored picture. So do
 * not say `mirrored` again to `sendLandmarks`.
 *
 * "Right" is the signer's right hand in an un-mirrored picture, as tasks-vision 0.10 says it. If two hands are said to be the
 * same one, the surer keeps its place.
 *
 * ```ts
 * const result = landmarker.detectForVideo(video, performance.now());
 * client.sendLandmarks(toHands(result, { width: video.videoWidth, height: video.videoHeight }));
 * ```
 *
 * @throws SignifyError "bad-frame" when it is no such result, or the picture has no size.
 */
export function toHands(
  result: MediaPipeResult,
  { width, height, mirrored = false }: PictureOptions,
): Float32Array {
  const aspect = width / height;
  if (!(aspect > 0 && Number.isFinite(aspect))) {
    throw new SignifyError("bad-frame", "Expected the width and height of the picture in pixels.");
  }
  if (!Array.isArray(result?.landmarks)) throw notMediaPipe();
  const handedness = result.handedness ?? result.handednesses;
  const hands = result.landmarks.map((points, index): Hand => {
    const [side] = handedness?.[index] ?? [];
    if (points.length !== landmarkCount || !side) throw notMediaPipe();
    const landmarks = new Float32Array(3 * landmarkCount);
    for (const [point, { x, y, z }] of points.entries())
      landmarks.set([x * aspect, y, z * aspect], 3 * point);
    if (!landmarks.every(Number.isFinite)) throw notMediaPipe();
    const rightProbability = side.categoryName === "Right" ? side.score : 1 - side.score;
    return { landmarks, presence: 1, rightProbability };
  });
  return toLandmarkFrame(hands, { aspect, mirrored });
}

function notMediaPipe(): SignifyError {
  return new SignifyError(
    "bad-frame",
    "Expected the result of MediaPipe's HandLandmarker or GestureRecognizer: for each hand 21 landmarks and its handedness.",
  );
}
