import { type ErrorCode, SignifyError } from "@signify/core";

const meanings: Readonly<Record<string, ErrorCode>> = {
  NotAllowedError: "camera-denied",
  SecurityError: "camera-denied",
  NotFoundError: "camera-missing",
  OverconstrainedError: "camera-missing",
  NotReadableError: "camera-busy",
  AbortError: "camera-busy",
};

const advice: Partial<Record<ErrorCode, string>> = {
  "camera-denied":
    "The camera was not allowed. Allow it in the browser's settings for this page, then try again.",
  "camera-missing": "No such camera was found. Connect one, or choose another.",
  "camera-busy":
    "The camera could not be started; another program may be using it. Close that program, then try again.",
};

/** What a browser's refusal means. */
export function cameraError(cause: unknown): SignifyError {
  // By its name alone: an exception of a page in jsdom, or of another frame, is no Error of this one.
  const code = meanings[String((cause as Partial<Error> | null)?.name)] ?? "camera-busy";
  return new SignifyError(code, advice[code] ?? "The camera could not be started.", { cause });
}

/** The camera is there and gives nothing. */
export function cameraPaused(): SignifyError {
  return new SignifyError(
    "camera-lost",
    "The camera gives no pictures now: the system, the browser or another program holds it back. They come again when it is let go.",
  );
}

/** The camera was there and is not any more. */
export function cameraLost(): SignifyError {
  return new SignifyError(
    "camera-lost",
    "The camera was unplugged or taken away. Connect it and open it again.",
  );
}
