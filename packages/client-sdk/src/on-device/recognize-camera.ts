import { SignifyError } from "@signify/core";
import { abortReason } from "../abort-reason.ts";
import type { CameraSource } from "../camera/camera-source.ts";
import type { CameraState, Feed, FeedOptions } from "../camera/feed.ts";
import { sendPictures } from "../camera/send-pictures.ts";
import type { SignifyClient } from "../client.ts";
import { connect } from "../connect.ts";
import type { ConnectOptions, Shared } from "../connect-options.ts";
import { createSequence } from "../frames/sequence.ts";
import { createHandTracker, type HandTracker, type HandTrackerOptions } from "../hands/hand-tracker.ts";
import { handAssets } from "../hands/hands-files.ts";
import { type SendHandsOptions, sendHands } from "../hands/send-hands.ts";
import { untilAborted } from "../until-aborted.ts";
import type { AssetName } from "../workers/asset-address.ts";
import { type AssetLoaderOptions, createAssetLoader } from "../workers/asset-loader.ts";
import { createDeviceClient } from "./device-client.ts";
import { type FallbackOptions, openWithFallback } from "./fallback-client.ts";
import { createPictureLocator } from "./picture-locator.ts";
import { assetsToRead, filesToRead, readLetters, type Wanted } from "./read-letters.ts";

/**
 * Where letters are read, and what leaves the device:
 * - "device": nothing does;
 * - "landmarks": 21 points of each hand go to the server, 520 bytes a frame and no face;
 * - "pictures": the camera's pictures go to the server, for devices too slow to find hands.
 */
export type Where = "device" | "landmarks" | "pictures";

/** Options of {@link recognizeCamera}. */
export type RecognizeCameraOptions = Omit<ConnectOptions, "url"> &
  AssetLoaderOptions &
  Pick<FallbackOptions, "fallbackAfter" | "onOpening"> &
  Omit<FeedOptions, "signal"> &
  Pick<HandTrackerOptions, "maxHands"> &
  Pick<SendHandsOptions, "onHands"> & {
    /** Default "landmarks". */
    where?: Where;
    /** The server's address; not needed on the device. */
    url?: string | URL;
    /** A `<video>`, a camera's stream, or a file with a picture or a video. */
    source: CameraSource;
    /** Whether letters are read on the device while the server cannot be reached. Default true. */
    fallback?: boolean;
    /**
     * Whether what that takes is loaded and started in the background, once the server works. Default true, but where the
     * browser is told to save data.
     */
    prepareFallback?: boolean;
    /** Longest side of the pictures sent, in pixels. Default 640. */
    maxSide?: number;
    /** Quality of the pictures sent, 0..1. Default 0.8. */
    quality?: number;
  };

/** A camera and the client that it feeds. */
export type CameraRecognition = {
  /** Target, events, state and counts. Closing it stops the feed. */
  readonly client: SignifyClient;
  /** How the camera is doing; `onCamera` is told of every change. */
  readonly camera: CameraState;
  /** Settles when no more pictures come. The client stays open: a new camera can feed it. */
  readonly ended: Promise<void>;
  /** Ends everything but the camera itself, which belongs to whoever opened it. */
  close(): void;
};

/**
 * Recognizes letters from a camera. One option, `where`, says what happens on the device and what on the server; the
 * events are the same.
 * @throws what `connect`, `createHandTracker` and `openOnDevice` throw; or the signal's reason when it is aborted first.
 */
export async function recognizeCamera(options: RecognizeCameraOptions): Promise<CameraRecognition> {
  return untilAborted(
    () => beginRecognition(options),
    [options.signal],
    (late) => late.close(),
  );
}

async function beginRecognition(options: RecognizeCameraOptions): Promise<CameraRecognition> {
  const { where = "landmarks", fallback = true, prepareFallback = !savesData(), source, url } = options;
  const isBridged = where !== "device" && fallback;
  const ended = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, ended.signal]) : ended.signal;
  const assetLoader = createAssetLoader({ ...options, signal });
  const fallbackLoader = createAssetLoader({ ...options, signal }, "fallback");
  const letterLoader = where === "device" ? assetLoader : fallbackLoader;
  const handLoader = where === "pictures" ? fallbackLoader : assetLoader;

  /** A picture of `recognize` leaves the device no more than the camera's do. */
  const findHands: Shared["findHands"] = async (picture, { mirrored = false }) =>
    (await (await openHands()).find(picture, { mirrored, still: true })).landmarks;
  /** Options of the client that is wanted, or of those behind one that goes from server to device and back. */
  const inner = {
    ...options,
    nextSequence: createSequence(),
    ...(where !== "pictures" && { findHands }),
    ...(isBridged && { on: {} }),
  };

  let opening: Promise<HandTracker> | undefined;
  const openHands = () => {
    opening ??= createHandTracker({ ...options, assetLoader: handLoader }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const openDevice = async () => {
    letterLoader.expect(assetsToRead(options));
    const reading = readLetters(options, letterLoader);
    // It may fail while hands are still loaded; it is waited for below.
    reading.catch(() => {});
    try {
      const locator = createPictureLocator(await openHands());
      return createDeviceClient({ ...inner, locator, ...(await reading) });
    } catch (error) {
      reading.then(({ onClosed }) => onClosed()).catch(() => {});
      throw error;
    }
  };
  const openRemote = () => {
    if (url) return connect({ ...inner, url });
    throw new SignifyError("bad-address", `Expected "url", the server's address, for where: "${where}".`);
  };
  /** Hands come first: letters can be read without the files that only a lost server makes necessary. */
  const openRemoteAndPrepare = async () => {
    const remote = await openRemote();
    if (prepareFallback && where === "landmarks")
      openHands().then(
        () => fallbackLoader.begin(filesToRead(options)),
        () => {},
      );
    return remote;
  };
  const openClient = () => {
    if (where === "device") return openDevice();
    if (!isBridged) return openRemote();
    const prepare = prepareFallback;
    return openWithFallback({
      ...options,
      prepare,
      remote: openRemoteAndPrepare,
      device: openDevice,
    });
  };
  const closeHands = () => void opening?.then((tracker) => tracker.close()).catch(() => {});

  let client: SignifyClient | undefined;
  try {
    assetLoader.expect(neededFor(where, options));
    // Hands do not wait for the server, where they are found here.
    if (where !== "pictures" && url) openHands().catch(() => {});
    client = await openClient();
    const tracker = where === "pictures" ? undefined : await openHands();
    // It may have been refused, or closed, while hands were loaded.
    if (client.state === "closed") throw client.error ?? abortReason(options.signal);
    const feed: Feed = tracker
      ? sendHands(client, tracker, source, feedOptions(options))
      : sendPictures(client, source, { ...feedOptions(options), assetLoader });
    return withFeed(client, feed, () => {
      closeHands();
      ended.abort();
    });
  } catch (error) {
    client?.close();
    closeHands();
    ended.abort();
    throw error;
  }
}

/** What a mode cannot begin without. */
function neededFor(where: Where, wanted: Wanted): readonly AssetName[] {
  if (where === "pictures") return [];
  return where === "device" ? [...handAssets(), ...assetsToRead(wanted)] : handAssets();
}

/** Whether the browser was told to save data; not all can be. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
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
