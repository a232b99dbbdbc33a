import { decodeBase64, SignifyError } from "@signify/core";
import { originalReply, originalResetReply, readOriginalRequest } from "@signify/core/protocol";
import type { Conversation, ConversationContext } from "./conversation.ts";
import { hasLittleStructure } from "./has-little-structure.ts";
import { parseJson } from "./parse-json.ts";

/** Characters of a request besides its strings; it takes about 40. */
const maxStructure = 4096;

/** The conversation at `/`, to the letter of the original: JSON in, JSON out, silence while there is nothing to say. */
export function createOriginalConversation(context: ConversationContext): Conversation {
  const { outbox, report } = context;
  let sequence = 0;

  const recognizer = context.startRecognizer((event) => {
    if (event.type === "prediction") return outbox.send(originalReply(event.score));
    if (event.type === "failure") report(event.error);
  });

  const receive = (message: string | Uint8Array) => {
    if (typeof message !== "string")
      throw new SignifyError("bad-message", "Expected JSON text, not binary data.");
    if (!hasLittleStructure(message, maxStructure))
      throw new SignifyError("bad-message", 'Expected a JSON object with "jpeg_blob" and little else.');
    const { newLetter, jpegBase64 } = readOriginalRequest(parseJson(message, "Expected valid JSON."));
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
    receive,
    announceEnd() {},
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
