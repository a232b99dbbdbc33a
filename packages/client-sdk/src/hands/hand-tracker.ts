import type { RecognitionMode } from "@signify/core";
import { untilAborted } from "../until-aborted.ts";
import { type AssetLoader, type AssetLoaderOptions, createAssetLoader } from "../workers/asset-loader.ts";
import { startWorker } from "../workers/start-worker.ts";
import { chooseBuild, handsFiles, threadCount } from "./hands-files.ts";
import type { FoundHands, HandsRequest } from "./hands-request.ts";

/** Options of {@link createHandTracker}. */
export type HandTrackerOptions = AssetLoaderOptions & {
  /** Loads the files, for who counts them together with others. Default: one of its own. */
  assetLoader?: AssetLoader;
  /** "live" (the default) follows hands from frame to frame; "still" looks at each picture by itself. */
  mode?: RecognitionMode;
  /**
   * Hands looked for, 1 or 2. Default 1 in "live", 2 in "still". A second hand that is followed takes as long again as
   * the first; letters are signed with one.
   */
  maxHands?: 1 | 2;
  /** Least score for a hand to be found, 0..1. Default 0.5. */
  minDetectionConfidence?: number;
  /** Least score for a hand to be followed, 0..1. Default 0.5. */
  minTrackingConfidence?: number;
};

/** What may be said of one picture. */
export type FindOptions = {
  /** Whether left and right are exchanged in it. Default false. */
  mirrored?: boolean;
  /** Looks at it by itself, for up to two hands, also in mode "live": the hand that is followed there goes on. Default false. */
  still?: boolean;
};

/** Finds hands on this device, in a worker. */
export type HandTracker = {
  /**
   * Finds the hands in a picture. The picture is given away and closed, whatever happens.
   * @throws SignifyError "hands-failed"
   */
  find(picture: ImageBitmap | VideoFrame, options?: FindOptions): Promise<FoundHands>;
  /** Ends the worker. */
  close(): void;
};

/**
 * Starts the server's search for hands in a worker, on LiteRT; on several threads where the page is isolated by COOP and COEP.
 * Nothing is fetched from anywhere but `assets`.
 * @throws SignifyError "hands-failed" when the worker, the wasm or the model does not load; "unsupported" outside of browsers;
 * or the signal's reason.
 */
export async function createHandTracker(options: HandTrackerOptions): Promise<HandTracker> {
  return untilAborted(
    () => startTracker(options),
    [options.signal],
    (late) => late.close(),
  );
}

async function startTracker(options: HandTrackerOptions): Promise<HandTracker> {
  const { mode = "live", minDetectionConfidence = 0.5, minTrackingConfidence = 0.5 } = options;
  const maxHands = options.maxHands ?? (mode === "live" ? 1 : 2);
  const assetLoader = options.assetLoader ?? createAssetLoader(options);
  const build = chooseBuild();
  const { loader, worker: script, ...files } = handsFiles(build);
  assetLoader.expect([loader]);
  const { calls } = await startWorker({
    loader: assetLoader,
    script,
    files: Object.values(files),
    type: "classic",
    code: "hands-failed",
    task: "Hands cannot be found on this device",
    timers: options.timing?.timers,
    start: async (): Promise<HandsRequest> => ({
      type: "start",
      loader: await assetLoader.address(loader),
      threads: threadCount(build),
    }),
    load: async (): Promise<HandsRequest> => ({
      type: "load",
      binary: await assetLoader.address(files.binary),
      palmDetection: await assetLoader.address(files.palmDetection),
      handLandmark: await assetLoader.address(files.handLandmark),
      ...{ mode, maxHands, minDetectionConfidence, minTrackingConfidence },
    }),
  });
  assetLoader.arrived(loader);
  const ask = (request: HandsRequest, transfer?: Transferable[]) => calls.call(request, transfer);
  return {
    async find(picture, { mirrored = false, still = false } = {}) {
      try {
        return (await ask({ type: "find", picture, mirrored, still }, [picture])) as FoundHands;
      } finally {
        picture.close();
      }
    },
    close: calls.close,
  };
}
