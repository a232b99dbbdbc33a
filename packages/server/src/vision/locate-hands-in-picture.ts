import type { FrameDecoder, LocatedHands, RecognitionMode } from "@signify/core";
import { findHands, type HandModels, toLandmarkFrame } from "@signify/core/hands";
import type { VisionRequest, VisionSettings } from "./messages.ts";

/** Options of {@link locateHandsInPicture}. */
export type LocatorParts = {
  decoder: FrameDecoder;
  models: Record<RecognitionMode, HandModels>;
  clock: () => number;
  settings: Pick<VisionSettings, "maxHands" | "minDetectionConfidence" | "minTrackingConfidence">;
};

/**
 * JPEG → landmarks [42, 3] in picture heights: the whole work of a vision process on one picture.
 * @throws SignifyError "bad-picture" or "picture-too-large".
 */
export async function locateHandsInPicture(
  { decoder, models, clock, settings }: LocatorParts,
  request: Pick<VisionRequest, "jpeg" | "mirrored" | "tracking" | "mode">,
): Promise<LocatedHands> {
  const start = clock();
  const image = await decoder.decode(request.jpeg, { exact: request.mode === "still" });
  const decode = clock() - start;
  const found = await findHands(image, {
    models: models[request.mode],
    clock,
    tracking: request.tracking,
    mode: request.mode === "live" ? "stream" : "still",
    maxHands: settings.maxHands,
    minDetectionConfidence: settings.minDetectionConfidence,
    minTrackingConfidence: settings.minTrackingConfidence,
  });
  const aspect = image.width / image.height;
  return {
    landmarks: toLandmarkFrame(found.hands, { aspect, mirrored: request.mirrored }),
    hands: found.hands.length,
    aspect,
    tracking: found.tracking,
    timings: { ...found.timings, decode },
  };
}
