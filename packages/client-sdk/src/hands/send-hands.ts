import type { CameraSource } from "../camera/camera-source.ts";
import { type Feed, type FeedOptions, startFeed } from "../camera/feed.ts";
import { reportingTo, type TroubledClient } from "../camera/reporting-to.ts";
import type { SignifyClient } from "../client.ts";
import type { HandTracker } from "./hand-tracker.ts";
import type { FoundHands } from "./hands-request.ts";

/** Options of {@link sendHands}. */
export type SendHandsOptions = FeedOptions & {
  /** Told of the hands in every picture, for apps that draw them. */
  onHands?: (hands: FoundHands) => void;
};

/** Finds the hands in a camera's pictures on this device and sends them, not the pictures, to a client. */
export function sendHands(
  client: Pick<SignifyClient, "sendLandmarks"> & TroubledClient,
  tracker: HandTracker,
  source: CameraSource,
  options: SendHandsOptions = {},
): Feed {
  const { mirrored = false, onHands } = options;
  return startFeed(
    source,
    async ({ picture, capturedAt }) => {
      const found = await tracker.find(picture, { mirrored });
      onHands?.(found);
      client.sendLandmarks(found.landmarks, { capturedAt });
    },
    reportingTo(client, options),
  );
}
