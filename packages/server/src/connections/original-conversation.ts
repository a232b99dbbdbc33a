import { decodeBase64, SignifyError } from "@signify/core";
import {
  originalError,
  originalReply,
  originalResetReply,
  readOriginalRequest,
} from "@signify/core/protocol";
import type { Conversation, ConversationContext } from "./conversation.ts";

/** The conversation at `/`, to the letter of the original: JSON in, JSON out, silence while there is nothing to say. */
export function createOriginalConversation(context: ConversationContext): Conversation {
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
      const jpeg = readBase64(jpegBase64);
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

function readBase64(text: string): Uint8Array {
  try {
    const jpeg = decodeBase64(text);
    if (jpeg.byteLength > 0) return jpeg;
  } catch {
    // Told below, without what was sent.
  }
  throw new SignifyError("bad-message", 'Expected "jpeg_blob" to be base64 of a JPEG.');
}
