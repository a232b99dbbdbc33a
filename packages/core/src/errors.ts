/**
 * Everything that can go wrong for a caller, as a closed list. The same codes go over the wire in the typed
 * protocol and are the `reason` labels of the server's metrics.
 */
export const errorCodes = [
  "bad-message",
  "bad-frame",
  "bad-picture",
  "picture-too-large",
  "too-fast",
  "unauthorized",
  "origin-refused",
  "too-many-connections",
  "vision-failed",
  "shutting-down",
  "internal",
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

const retryableCodes: ReadonlySet<ErrorCode> = new Set([
  "too-fast",
  "too-many-connections",
  "vision-failed",
  "shutting-down",
]);

/**
 * The one error class of the core. `message` is a sentence for a person: it says what was expected and never
 * repeats what was sent.
 */
export class SignifyError extends Error {
  override readonly name = "SignifyError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  /** Whether the same request may succeed later without being changed. */
  get retryable(): boolean {
    return retryableCodes.has(this.code);
  }

  /** True for errors of this class, also from another copy of the package. */
  static isInstance(error: unknown): error is SignifyError {
    return error instanceof Error && error.name === "SignifyError" && "code" in error;
  }
}
