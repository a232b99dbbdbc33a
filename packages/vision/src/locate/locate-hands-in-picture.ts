import {
  type Clock,
  type HandTracking,
  type LocatedHands,
  type RecognitionMode,
  toLandmarkFrame,
} from "@signify/core";
import type { Sampler } from "../hands/sampling/sampler.ts";
import { findHands } from "../hands/search/find-hands.ts";
import type { JpegDecoder } from "../jpeg/jpeg-decoder.ts";
import type { HandModels } from "../networks/hand-models.ts";
import type { VisionSettings } from "./vision-settings.ts";

/** One picture, with all that must be known of it: who looks at it remembers nothing. */
export type PictureRequest = {
  jpeg: Uint8Array;
  mirrored: boolean;
  tracking: HandTracking;
  mode: RecognitionMode;
};

/** Options of {@link locateHandsInPicture}. */
export type LocatorParts = {
  decoder: Pick<JpegDecoder, "decode">;
  sampler: Sampler;
  models: Record<RecognitionMode, HandModels>;
  clock: Clock;
  settings: Pick<VisionSettings, "maxHands" | "minDetectionConfidence" | "minTrackingConfidence">;
};

/**
 * JPEG → landmarks [42, 3] in picture heights: the whole work on one picture.
 * @throws SignifyError "bad-picture" or "picture-too-large".
 */
export async function locateHandsInPicture(
  { decoder, sampler, models, clock, settings }: LocatorParts,
  request: PictureRequest,
): Promise<LocatedHands> {
  const start = clock();
  const image = await decoder.decode(request.jpeg, { mode: request.mode });
  const decode = clock() - start;
  const found = await findHands(image, {
    models: models[request.mode],
    sampler,
    clock,
    tracking: request.tracking,
    mode: request.mode,
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
