import type { HandRanges, LetterClassifier, LetterModel, OptionalEvent } from "@signify/core";
import type { AssetName } from "../workers/asset-address.ts";
import type { AssetLoader } from "../workers/asset-loader.ts";
import { createLetterReader, type LetterReaderOptions, letterAssets, letterFiles } from "./letter-reader.ts";
import { loadHandRanges } from "./load-hand-ranges.ts";

/** What a client on this device reads letters with. */
export type DeviceLetters = {
  classifier: LetterClassifier;
  model: LetterModel;
  /** How people sign each letter, where corrections are wanted. */
  handRanges: HandRanges | undefined;
  /** Ends the worker. */
  onClosed: () => void;
};

/** Which events are wanted, on which what is loaded depends. */
export type Wanted = { events?: readonly OptionalEvent[] | undefined };

const rangesFor = ({ events }: Wanted): readonly AssetName[] =>
  events?.includes("correction") ? ["handRanges"] : [];

/** The files that reading letters takes, without the worker. */
export const filesToRead = (wanted: Wanted): readonly AssetName[] => [...letterFiles, ...rangesFor(wanted)];

/** All that reading letters takes. */
export const assetsToRead = (wanted: Wanted): readonly AssetName[] => [...letterAssets, ...rangesFor(wanted)];

/**
 * Starts the letter model, and loads what corrections need where they are wanted.
 * @throws what `createLetterReader` and `loadHandRanges` throw; no worker is left then.
 */
export async function readLetters(
  options: LetterReaderOptions & Wanted,
  assetLoader: AssetLoader,
): Promise<DeviceLetters> {
  const ranges = rangesFor(options);
  assetLoader.begin(ranges);
  const reader = await createLetterReader({ ...options, assetLoader });
  try {
    const handRanges = ranges.length > 0 ? await loadHandRanges(assetLoader) : undefined;
    return { classifier: reader, model: reader, handRanges, onClosed: reader.close };
  } catch (error) {
    reader.close();
    throw error;
  }
}
