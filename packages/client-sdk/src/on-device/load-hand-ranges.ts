import { type HandRanges, readHandRanges, SignifyError } from "@signify/core";
import { type AssetOptions, assetAddress } from "../workers/asset-address.ts";

/**
 * Fetches how people sign each letter, by which corrections are found.
 * @throws SignifyError "letters-failed" when it does not load, or is of another version.
 */
export async function loadHandRanges(options: AssetOptions): Promise<HandRanges> {
  try {
    const response = await fetch(assetAddress(options, "handRanges"));
    if (!response.ok) throw new Error(`Expected the file to be there, not the status ${response.status}.`);
    return readHandRanges(await response.json());
  } catch (cause) {
    throw new SignifyError(
      "letters-failed",
      `Corrections cannot be found on this device: ${(cause as Error).message}`,
      { cause },
    );
  }
}
