import type { RecognitionMode } from "@signify/core";
import type { AssetName } from "../workers/asset-address.ts";
import { type AssetLoader, type AssetLoaderOptions, createAssetLoader } from "../workers/asset-loader.ts";
import { startWorker } from "../workers/start-worker.ts";
import type { FoundHands, HandsRequest } from "./hands-request.ts";

/** Options of {@link createHandTracker}. */
export type HandTrackerOptions = AssetLoaderOptions & {
  /** Loads the files, for who counts them together with others. Default: one of its own. */
  assetLoader?: AssetLoader;
  /** "live" (the default) follows hands from frame to frame; "still" looks at each picture by itself. */
  mode?: RecognitionMode;
  /**
   * Hands looked for, 1 or 2. Default 1 in "live", 2 in "still". While fewer hands are seen than looked for, the whole
   * picture is searched in every frame, which takes more than twice as long; letters are signed with one hand.
   */
  maxHands?: 1 | 2;
  /** Least score for a hand to be found, 0..1. Default 0.5. */
  minDetectionConfidence?: number;
  /** Least score for a hand to be followed, 0..1. Default 0.5. */
  minTrackingConfidence?: number;
};

/** Finds hands on this device, in a worker. */
export type HandTracker = {
  /**
   * Finds the hands in a picture. The picture is given away and closed, whatever happens.
   * @throws SignifyError "hands-failed"
   */
  find(
    picture: ImageBitmap | VideoFrame,
    options?: { mirrored?: boolean; capturedAt?: number },
  ): Promise<FoundHands>;
  /** Ends the worker. */
  close(): void;
};

/** The files that finding hands takes. */
export const handAssets: readonly AssetName[] = ["handsWorker", "handsLoader", "handsBinary", "handsModel"];

/**
 * Starts MediaPipe's hand landmarker in a worker. Nothing is fetched from anywhere but `assets`.
 * @throws SignifyError "hands-failed" when the worker, the wasm or the model does not load; "unsupported" outside of browsers.
 */
export async function createHandTracker(options: HandTrackerOptions): Promise<HandTracker> {
  const { mode = "live", minDetectionConfidence = 0.5, minTrackingConfidence = 0.5 } = options;
  const maxHands = options.maxHands ?? (mode === "live" ? 1 : 2);
  const assetLoader = options.assetLoader ?? createAssetLoader(options);
  assetLoader.expect(handAssets);
  const { calls } = await startWorker({
    loader: assetLoader,
    script: "handsWorker",
    files: ["handsBinary", "handsModel"],
    type: "classic",
    code: "hands-failed",
    task: "Hands cannot be found on this device",
    load: async (): Promise<HandsRequest> => ({
      type: "load",
      loader: await assetLoader.address("handsLoader"),
      binary: await assetLoader.address("handsBinary"),
      model: await assetLoader.address("handsModel"),
      ...{ mode, maxHands, minDetectionConfidence, minTrackingConfidence },
    }),
  });
  assetLoader.arrived("handsLoader");
  const ask = (request: HandsRequest, transfer?: Transferable[]) => calls.call(request, transfer);
  return {
    async find(picture, { mirrored = false, capturedAt = performance.now() } = {}) {
      try {
        return (await ask({ type: "find", picture, mirrored, capturedAt }, [picture])) as FoundHands;
      } finally {
        picture.close();
      }
    },
    close: calls.close,
  };
}
