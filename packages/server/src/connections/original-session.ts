import { SignifyError } from "@signify/core";
import {
  originalError,
  originalReply,
  originalResetReply,
  readOriginalRequest,
} from "@signify/core/protocol";
import { decodeBase64 } from "./decode-base64.ts";
import type { Session, SessionContext } from "./session.ts";

/** The conversation at `/`, to the letter of the original: JSON in, JSON out, silence while there is nothing to say. */
export function createOriginalSession(context: SessionContext): Session {
  const { outbox } = context;
  const report = context.createFaultReporter((error) => originalError(error.message));
  let sequence = 0;

  const recognizer = context.startRecognizer((event) => {
    if (event.type === "prediction") return outbox.send(originalReply(event.score));
    if (event.type === "failure") report(event.error);
  });

  const handle = (message: unknown) => {
    if (message instanceof Uint8Array)
      throw new SignifyError("bad-message", "Expected JSON text, not binary data.");
    if (typeof message === "string") throw new SignifyError("bad-message", "Expected valid JSON.");
    const { newLetter, jpegBase64 } = readOriginalRequest(message);
    if (newLetter) {
      context.admitMessage();
      recognizer.setTarget(newLetter);
      outbox.sendNow(originalResetReply);
      context.targetReset();
    }
    if (jpegBase64 !== undefined) {
      context.admitFrame();
      const jpeg = decodeBase64(jpegBase64);
      recognizer.push({ kind: "picture", jpeg, sequence: sequence++, capturedAt: 0, mirrored: false });
    }
  };

  return {
    receive(message) {
      try {
        handle(message);
      } catch (fault) {
        report(fault);
      }
    },
    close: () => recognizer.close(),
  };
}
