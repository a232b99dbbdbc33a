import { type ErrorCode, SignifyError } from "@signify/core";
import { errorCodeOfClose } from "@signify/core/protocol";

/** Why a connection ended, and whether it is worth opening it again. */
export type ConnectionEnd = {
  error: SignifyError;
  /** The same attempt would end the same way. */
  final?: boolean;
  /** The server has no room now. */
  full?: boolean;
};

const advice: Partial<Record<ErrorCode, string>> = {
  unauthorized: 'The server wants a valid "token".',
  "origin-refused": "The server's ALLOWED_ORIGINS do not name this page's origin.",
  "too-many-connections": "The server, or this address, has too many connections. Try again later.",
  "too-fast": "Expected fewer messages, or smaller pictures.",
  "shutting-down": "The server is shutting down.",
  "bad-message": "Expected smaller messages: session.limits says how large.",
};

/** Reads a close event. `opened`: whether a session was ready on this connection. */
export function endOfClose(closeCode: number, opened: boolean): ConnectionEnd {
  const code = errorCodeOfClose(closeCode);
  return {
    error: code ? new SignifyError(code, advice[code] ?? "The server refused.") : unreachable(opened),
    final: code === "unauthorized" || code === "origin-refused",
    full: code === "too-many-connections",
  };
}

/** The error for a server that cannot be reached, or not any more. */
export function unreachable(opened: boolean): SignifyError {
  return new SignifyError(
    "unreachable",
    opened
      ? "The connection to the Signify server was lost."
      : "No Signify server answered. Check the address and the network.",
  );
}
