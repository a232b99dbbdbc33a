import type { WireError } from "@signify/core";
import { errorMessage, originalError } from "@signify/core/protocol";
import type { ProtocolName } from "../observe/observer.ts";

/** An error in the words of a protocol, as JSON text; `sequence` is the number of the frame that it is about. */
export function errorText(protocol: ProtocolName, error: WireError, sequence?: number): string {
  return protocol === "original"
    ? originalError(error.message)
    : JSON.stringify(errorMessage(error, sequence));
}
