import type { HandRanges, LetterClassifier, LetterModel } from "@signify/core";
import type { SignifyClient } from "../client.ts";
import type { RecognitionOptions } from "../connect-options.ts";
import type { HandTracker } from "../hands/hand-tracker.ts";
import { untilAborted } from "../until-aborted.ts";
import { createAssetLoader } from "../workers/asset-loader.ts";
import { createDeviceClient } from "./device-client.ts";
import type { LetterReaderOptions } from "./letter-reader.ts";
import { createPictureLocator } from "./picture-locator.ts";
import { readLetters } from "./read-letters.ts";

/** Options of {@link openOnDevice}. */
export type OnDeviceOptions = RecognitionOptions & {
  /** Finds the hands for `sendFrame`; without it the client takes `sendLandmarks` alone. It is not closed with the client. */
  hands?: HandTracker;
} & (
    | LetterReaderOptions
    | {
        /** A reader of letters that is there already, with what it says of itself. */
        letters: LetterClassifier &
          Partial<LetterModel> & {
            /** How people sign each letter, for the event "correction". */
            handRanges?: HandRanges;
          };
      }
  );

/**
 * Reads letters on this device, with no server. The client that it answers is used like the one of `connect`.
 * @throws SignifyError "letters-failed" when the model does not load; "unsupported" outside of browsers; or the
 * signal's reason.
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
  const letters = await untilAborted(
    () => readLetters(options, options.assetLoader ?? createAssetLoader(options)),
    [options.signal],
    (late) => late.onClosed(),
  );
  try {
    return createDeviceClient({ ...options, ...locator, ...letters });
  } catch (error) {
    letters.onClosed();
    throw error;
  }
}
