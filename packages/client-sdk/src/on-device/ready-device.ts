import { SignifyError } from "@signify/core";
import type { SignifyClient } from "../client.ts";
import { onNetworkBack } from "../connection/network-back.ts";
import type { Timing } from "../timing.ts";

/** Options of {@link createReadyDevice}. */
export type ReadyDeviceOptions = {
  /** Opens the recognizer of this device. */
  open: () => Promise<SignifyClient>;
  timing: Timing;
  onOpen: (client: SignifyClient) => void;
  /** It could not be opened, or it broke. Another attempt follows by itself, unless nothing would change. */
  onFailed: (error: SignifyError) => void;
};

/** The recognizer of this device, which is opened once and then waits until it is needed. */
export type ReadyDevice = {
  readonly client: SignifyClient | undefined;
  /** Why it is not there, from a failure until it is open. */
  readonly error: SignifyError | undefined;
  /** Opens it, if it is neither open nor being opened; an attempt that waits for its time is made now. */
  open(): void;
  close(): void;
};

/** Milliseconds until the second attempt, and at most between two: each may load megabytes. */
const first = 2000;
const longest = 60_000;

/** Makes a {@link ReadyDevice} that is not open yet. What failed is tried again, less and less often, and when the network is back. */
export function createReadyDevice({ open, timing, onOpen, onFailed }: ReadyDeviceOptions): ReadyDevice {
  let client: SignifyClient | undefined;
  let error: SignifyError | undefined;
  let opening = false;
  let closed = false;
  let failures = 0;
  let cancelRetry: (() => void) | undefined;

  const stopWaiting = () => {
    cancelRetry?.();
    cancelRetry = undefined;
  };
  const fail = (cause: unknown) => {
    if (closed) return;
    error = readError(cause);
    if (error.code !== "unsupported") {
      const delay = Math.min(longest, first * 2 ** failures);
      cancelRetry = timing.timers.after(delay / 2 + (timing.random() * delay) / 2, attempt);
    }
    failures += 1;
    onFailed(error);
  };
  const adopt = (opened: SignifyClient) => {
    if (closed) return opened.close();
    client = opened;
    error = undefined;
    failures = 0;
    opened.on("state", (event) => {
      if (event.state !== "closed") return;
      client = undefined;
      fail(event.error);
    });
    onOpen(opened);
  };
  const attempt = () => {
    stopWaiting();
    if (closed || client || opening || error?.code === "unsupported") return;
    opening = true;
    open()
      .finally(() => {
        opening = false;
      })
      .then(adopt, fail);
  };
  const forgetNetwork = onNetworkBack(() => cancelRetry && attempt());

  return {
    get client() {
      return client;
    },
    get error() {
      return error;
    },
    open: attempt,
    close() {
      closed = true;
      stopWaiting();
      forgetNetwork();
      client?.close();
    },
  };
}

function readError(cause: unknown): SignifyError {
  if (SignifyError.isInstance(cause)) return cause;
  return new SignifyError("letters-failed", "Letters cannot be read on this device.", { cause });
}
