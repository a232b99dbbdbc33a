import type { Timers } from "@signify/core";
import { fetchAsset } from "./fetch-asset.ts";

/** Options of {@link fetchPart}. */
export type FetchPartOptions = {
  timers: Timers;
  /** Behind everything else that the page loads. */
  inBackground: boolean;
  signal?: AbortSignal | undefined;
  /** So many more bytes, unpacked, are there. */
  onBytes: (bytes: number) => void;
};

/** Milliseconds without a single byte after which it is given up: a server may let one in and say nothing. */
const patience = 15_000;

/**
 * Fetches a file and tells of each piece of it.
 * @throws Error when it is not served, or nothing more comes; or the signal's reason.
 */
export async function fetchPart(
  address: string,
  options: FetchPartOptions,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const { timers, inBackground, signal, onBytes } = options;
  const stalled = new AbortController();
  let cancel = () => {};
  const wait = () => {
    cancel();
    cancel = timers.after(patience, () =>
      stalled.abort(new Error(`nothing came from ${address} for ${patience / 1000} s`)),
    );
  };
  wait();
  try {
    const response = await fetchAsset(address, {
      priority: inBackground ? "low" : "auto",
      signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal,
    });
    const what = whatCame(response);
    if (what)
      throw new Error(
        `"${address}" ${what}. Expected the package's file there: copy them with "npx signify-assets <folder>" and serve them.`,
      );
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body?.getReader();
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      wait();
      pieces.push(piece.value);
      onBytes(piece.value.byteLength);
    }
    return pieces;
  } finally {
    cancel();
  }
}

/** What came in place of a file; some servers answer with the app's page for what they do not have. */
function whatCame({ ok, status, headers }: Response): string | undefined {
  if (!ok) return `is not served (${status})`;
  return headers.get("content-type")?.startsWith("text/html") ? "is a web page" : undefined;
}
