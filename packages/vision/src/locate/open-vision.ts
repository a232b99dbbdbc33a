import { type LocatedHands, systemClock } from "@signify/core";
import { createSampler } from "../hands/sampling/create-sampler.ts";
import { createJpegDecoder } from "../jpeg/jpeg-decoder.ts";
import { handNetworkPaths } from "../networks/hand-network-paths.ts";
import { createOnnxHandModels } from "../networks/onnx-hand-models.ts";
import { locateHandsInPicture, type PictureRequest } from "./locate-hands-in-picture.ts";
import type { VisionSettings } from "./vision-settings.ts";

/** A decoder and the hand networks, loaded and ready to look at pictures: one at a time. */
export type Vision = {
  /**
   * JPEG → landmarks [42, 3] in picture heights.
   * @throws SignifyError "bad-picture" or "picture-too-large".
   */
  locate(request: PictureRequest): Promise<LocatedHands>;
  /** Frees the networks, once no picture is looked at. */
  release(): Promise<void>;
};

/**
 * Loads all that turns a picture into landmarks.
 * @throws SignifyError "internal" when a network is missing; Error of ONNX Runtime when a file is none
 */
export async function openVision(settings: VisionSettings): Promise<Vision> {
  const sampler = createSampler();
  const decoder = createJpegDecoder({ ...settings, room: sampler.room });
  const models = await createOnnxHandModels(handNetworkPaths(settings.liveHandNetwork));
  const parts = { decoder, sampler, models, clock: systemClock, settings };
  return {
    locate: (request) => locateHandsInPicture(parts, request),
    release: models.release,
  };
}
