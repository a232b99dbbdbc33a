import { type HandRanges, readHandRanges, SignifyError } from "@signify/core";
import type { AssetLoader } from "../workers/asset-loader.ts";

/**
 * Loads how people sign each letter, by which corrections are found.
 * @throws SignifyError "letters-failed" when it does not load, or is of another version.
 */
export async function loadHandRanges(loader: AssetLoader): Promise<HandRanges> {
  try {
    const [file] = (await loader.load(["handRanges"])).values();
    return readHandRanges(JSON.parse(new TextDecoder().decode(file)));
  } catch (cause) {
    throw new SignifyError(
      "letters-failed",
      `Corrections cannot be found on this device: ${(cause as Error).message}`,
      { cause },
    );
  }
}
