import type { HandRanges, LetterClassifier, LetterModel } from "@signify/core";
import type { SignifyClient } from "../client.ts";
import type { RecognitionOptions } from "../connect-options.ts";
import type { HandTracker } from "../hands/hand-tracker.ts";
import { createAssetLoader } from "../workers/asset-loader.ts";
import { createDeviceClient } from "./device-client.ts";
import { createLetterReader, type LetterReaderOptions } from "./letter-reader.ts";
import { loadHandRanges } from "./load-hand-ranges.ts";
import { createPictureLocator } from "./picture-locator.ts";

/** Options of {@link openOnDevice}. */
export type OnDeviceOptions = RecognitionOptions & {
  /** Finds the hands for `sendFrame`; without it the client takes `sendLandmarks` alone. It is not closed with the client. */
  hands?: HandTracker;
} & (LetterReaderOptions | { letters: LetterClassifier & Partial<LetterModel> & { handRanges?: HandRanges } });

/**
 * Reads letters on this device, with no server. The client that it answers is used like the one of `connect`.
 * @throws SignifyError "letters-failed" when the model does not load; "unsupported" outside of browsers.
 */
export async function openOnDevice(options: OnDeviceOptions): Promise<SignifyClient> {
  const locator = options.hands && { locator: createPictureLocator(options.hands) };
  if ("letters" in options)
    return createDeviceClient({
      ...options,
      ...locator,
      classifier: options.letters,
      model: options.letters,
      handRanges: options.letters.handRanges,
    });
  const assetLoader = options.assetLoader ?? createAssetLoader(options);
  const corrects = options.events?.includes("correction");
  if (corrects) assetLoader.begin(["handRanges"]);
  const reader = await createLetterReader({ ...options, assetLoader });
  try {
    const handRanges = corrects ? await loadHandRanges(assetLoader) : undefined;
    return createDeviceClient({
      ...options,
      ...locator,
      classifier: reader,
      model: reader,
      handRanges,
      onClosed: reader.close,
    });
  } catch (error) {
    reader.close();
    throw error;
  }
}
