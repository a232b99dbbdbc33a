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

type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** By number, because a client needs no names: what it does not use is not in its bundle. */
const errors: Readonly<Record<CloseCode, WireErrorCode>> = {
  1001: "shutting-down",
  1008: "too-fast",
  1009: "bad-message",
  1013: "too-many-connections",
  4401: "unauthorized",
  4403: "origin-refused",
  4429: "too-many-connections",
};

/** The error behind a close code, for a client that wants to say what to do; `undefined` for an ordinary end. */
export function errorCodeOfClose(code: number): WireErrorCode | undefined {
  return errors[code as CloseCode];
}
