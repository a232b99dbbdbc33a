import { SignifyError } from "@signify/core";
import type { CameraSource } from "../camera/camera-source.ts";
import type { CameraState, Feed, FeedOptions } from "../camera/feed.ts";
import { sendPictures } from "../camera/send-pictures.ts";
import type { SignifyClient } from "../client.ts";
import { connect } from "../connect.ts";
import type { ConnectOptions } from "../connect-options.ts";
import { createSequence } from "../frames/sequence.ts";
import { createHandTracker, type HandTracker, type HandTrackerOptions } from "../hands/hand-tracker.ts";
import { type SendHandsOptions, sendHands } from "../hands/send-hands.ts";
import type { AssetOptions } from "../workers/asset-address.ts";
import { openWithFallback } from "./fallback-client.ts";
import { openOnDevice } from "./open-on-device.ts";

/**
 * Where letters are read, and what leaves the device:
 * - "device": nothing does;
 * - "landmarks": 21 points of each hand go to the server, 520 bytes a frame and no face;
 * - "pictures": the camera's pictures go to the server, for devices too slow to find hands.
 */
export type Where = "device" | "landmarks" | "pictures";

/** Options of {@link recognizeCamera}. */
export type RecognizeCameraOptions = Omit<ConnectOptions, "url"> &
  AssetOptions &
  Omit<FeedOptions, "signal"> &
  Pick<HandTrackerOptions, "maxHands"> &
  Pick<SendHandsOptions, "onHands"> & {
    /** Default "landmarks". */
    where?: Where;
    /** The server's address; not needed on the device. */
    url?: string | URL;
    source: CameraSource;
    /** Whether letters are read on the device while the server cannot be reached. Default true. */
    fallback?: boolean;
    /** Milliseconds without a session after which the device takes over. Default 1,500. */
    fallbackAfter?: number;
    /** Longest side of the pictures sent, in pixels, and their quality 0..1. Default 640 and 0.8. */
    maxSide?: number;
    quality?: number;
  };

/** A camera and the client that it feeds. */
export type CameraRecognition = {
  /** Target, events, state and counts. Closing it stops the feed. */
  readonly client: SignifyClient;
  readonly camera: CameraState;
  /** Settles when no more pictures come. The client stays open: a new camera can feed it. */
  readonly ended: Promise<void>;
  /** Ends everything but the camera itself, which belongs to whoever opened it. */
  close(): void;
};

/**
 * Recognizes letters from a camera. One option, `where`, says what happens on the device and what on the server; the
 * events are the same.
 * @throws what `connect`, `createHandTracker` and `openOnDevice` throw.
 */
export async function recognizeCamera(options: RecognizeCameraOptions): Promise<CameraRecognition> {
  const { where = "landmarks", fallback = true, source, url } = options;
  const _internal = { nextSequence: createSequence(), ...options._internal };
  let opening: Promise<HandTracker> | undefined;
  const openHands = () => {
    opening ??= createHandTracker(options);
    return opening;
  };
  const openDevice = async () => openOnDevice({ ...options, _internal, hands: await openHands() });
  const openRemote = () => {
    if (url) return connect({ ...options, url, _internal });
    throw new SignifyError("bad-address", `Expected "url", the server's address, for where: "${where}".`);
  };
  const openClient = () => {
    if (where === "device") return openDevice();
    return fallback
      ? openWithFallback({ ...options, _internal, remote: async () => openRemote(), device: openDevice })
      : openRemote();
  };
  const closeHands = () => void opening?.then((tracker) => tracker.close()).catch(() => {});

  let client: SignifyClient | undefined;
  try {
    client = await openClient();
    const feed: Feed =
      where === "pictures"
        ? sendPictures(client, source, feedOptions(options))
        : sendHands(client, await openHands(), source, feedOptions(options));
    return withFeed(client, feed, closeHands);
  } catch (error) {
    client?.close();
    closeHands();
    throw error;
  }
}

/** The feed's own options: the signal closes the client, and with it the feed. */
function feedOptions({ signal: _, ...options }: RecognizeCameraOptions) {
  return options;
}

function withFeed(client: SignifyClient, feed: Feed, closeHands: () => void): CameraRecognition {
  const close = () => {
    feed.stop();
    client.close();
    void feed.ended.then(closeHands);
  };
  client.on("state", ({ state }) => state === "closed" && close());
  if (client.state === "closed") close();
  return {
    client,
    get camera() {
      return feed.state;
    },
    ended: feed.ended,
    close,
  };
}
