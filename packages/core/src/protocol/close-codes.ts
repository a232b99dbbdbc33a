import type { WireErrorCode } from "../errors/signify-error.ts";

/** WebSocket close codes that the server uses; 4000–4999 are the application's own range (RFC 6455, 7.4.2). */
export const closeCodes = {
  shuttingDown: 1001,
  tooMuch: 1008,
  messageTooBig: 1009,
  tryAgainLater: 1013,
  unauthorized: 4401,
  originRefused: 4403,
  tooManyConnections: 4429,
} as const;

/** The error behind a close code, for a client that wants to say what to do; `undefined` for an ordinary end. */
export function errorCodeOfClose(code: number): WireErrorCode | undefined {
  switch (code) {
    case closeCodes.shuttingDown:
      return "shutting-down";
    case closeCodes.tooMuch:
      return "too-fast";
    case closeCodes.messageTooBig:
      return "bad-message";
    case closeCodes.unauthorized:
      return "unauthorized";
    case closeCodes.originRefused:
      return "origin-refused";
    case closeCodes.tooManyConnections:
    case closeCodes.tryAgainLater:
      return "too-many-connections";
    default:
      return undefined;
  }
}
