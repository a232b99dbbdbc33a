import { SignifyError } from "@signify/core";

/** Why a signal was aborted; React Native's signals do not say. */
export function abortReason(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? new SignifyError("closed", "The client was closed.");
}
