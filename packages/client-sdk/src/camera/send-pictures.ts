import type { SignifyClient } from "../client.ts";
import type { CameraSource } from "./camera-source.ts";
import { type Feed, type FeedOptions, startFeed } from "./feed.ts";
import { createJpegEncoder, type JpegEncoderOptions } from "./jpeg-encoder.ts";
import { reportingTo, type TroubledClient } from "./reporting-to.ts";

/** Options of {@link sendPictures}. */
export type SendPicturesOptions = FeedOptions & JpegEncoderOptions;

/** Sends the pictures of a camera or a file to a client as JPEGs, until it is stopped. */
export function sendPictures(
  client: Pick<SignifyClient, "sendFrame"> & TroubledClient,
  source: CameraSource,
  options: SendPicturesOptions = {},
): Feed {
  const encoder = createJpegEncoder(options);
  const { mirrored = false } = options;
  const feed = startFeed(
    source,
    async ({ picture, capturedAt }) => {
      client.sendFrame(await encoder.encode(picture), { mirrored, capturedAt });
    },
    reportingTo(client, options),
  );
  void feed.ended.then(encoder.close);
  return feed;
}
