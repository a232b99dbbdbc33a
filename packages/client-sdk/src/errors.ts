import { errorCodes as serverErrorCodes } from "@signify/core";

/**
 * Everything that can go wrong in an app that uses this package, as a closed list: what the server says, in its own
 * words, and what only a client can meet.
 */
export const errorCodes = [
  ...serverErrorCodes,
  "bad-address",
  "unreachable",
  "wrong-server",
  "closed",
  "unsupported",
  "camera-denied",
  "camera-missing",
  "camera-busy",
  "camera-lost",
  "hands-failed",
  "letters-failed",
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

const retryableCodes: ReadonlySet<ErrorCode> = new Set([
  ...(["too-fast", "too-many-connections", "vision-failed", "shutting-down"] as const),
  ...(["unreachable", "camera-busy", "camera-lost"] as const),
]);

/**
 * The one error class of this package. `code` is for the program, `message` for a person: it says what was expected
 * and what to do.
 */
export class SignifyError extends Error {
  override readonly name = "SignifyError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  /** Whether the same call may succeed later without being changed. */
  get retryable(): boolean {
    return retryableCodes.has(this.code);
  }

  /** True for errors of this class, also from another copy of the package or from Signify's core. */
  static isInstance(error: unknown): error is SignifyError {
    return error instanceof Error && error.name === "SignifyError" && "code" in error;
  }
}
