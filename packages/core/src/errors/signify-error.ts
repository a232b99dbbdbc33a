/** What can go wrong on a server. These codes go over the wire and are the `reason` labels of the server's metrics. */
export const wireErrorCodes = [
  "bad-message",
  "bad-frame",
  "bad-picture",
  "picture-too-large",
  "hand-refused",
  "too-fast",
  "unauthorized",
  "origin-refused",
  "too-many-connections",
  "vision-failed",
  "shutting-down",
  "internal",
] as const;

/** One of {@link wireErrorCodes}. */
export type WireErrorCode = (typeof wireErrorCodes)[number];

/**
 * Everything that can go wrong, as a closed list: what a server says, in its own words, and what only a client or a
 * device can meet.
 */
export const errorCodes = [
  ...wireErrorCodes,
  "bad-address",
  "unreachable",
  "wrong-server",
  "closed",
  "unsupported",
  "camera-denied",
  "camera-missing",
  "camera-busy",
  "camera-lost",
  "pictures-failed",
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
 * The one error class of Signify. `code` is for the program, `message` for a person: it says what was expected and what
 * to do, and never repeats what was sent.
 */
export class SignifyError<Code extends ErrorCode = ErrorCode> extends Error {
  /** The same for all of them, also for those of another copy of the package. */
  override readonly name = "SignifyError";
  /** Which error it is, for the program. */
  readonly code: Code;

  /** An error with a sentence for a person, and what caused it. */
  constructor(code: Code, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  /** Whether the same call may succeed later without being changed. */
  get retryable(): boolean {
    return retryableCodes.has(this.code);
  }

  /** True for errors of this class, also from another copy of the package. */
  static isInstance(error: unknown): error is SignifyError {
    return error instanceof Error && error.name === "SignifyError" && "code" in error;
  }
}

/** An error that may be told over the wire. */
export type WireError = SignifyError<WireErrorCode>;

/** Whether an error is one that may be told over the wire. */
export function isWireError(error: unknown): error is WireError {
  return SignifyError.isInstance(error) && (wireErrorCodes as readonly string[]).includes(error.code);
}
