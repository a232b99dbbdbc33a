import { isForeign } from "./foreign-script.ts";

/**
 * Fetches a file of the assets.
 * @throws Error that says what may be the matter when nothing comes; or the signal's reason.
 */
export async function fetchAsset(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted || !isForeign(address)) throw cause;
    const header = '"Access-Control-Allow-Origin" for this page';
    throw new Error(
      `${address} could not be fetched: it lies on another origin, which must serve it with ${header}`,
      { cause },
    );
  }
}
