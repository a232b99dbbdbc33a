import { SignifyError } from "@signify/core";

/**
 * Decodes base64 (RFC 4648, line breaks tolerated) into bytes of their own.
 * @throws SignifyError "bad-message" when the text is not base64, or empty.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    const bytes = Uint8Array.fromBase64(text);
    if (bytes.byteLength > 0) return bytes;
  } catch {
    // Told below, without what was sent.
  }
  throw new SignifyError("bad-message", 'Expected "jpeg_blob" to be base64 of a JPEG.');
}
