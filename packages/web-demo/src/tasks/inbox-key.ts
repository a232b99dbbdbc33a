import { encodeBase64UrlBytes } from "./base64url.ts";

/** Whether a text has the form of an inbox's key: 128 bits as base64url. */
export function isInboxKey(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

/** A key for an inbox, of 16 bytes that nobody can guess. */
export function inboxKeyOf(random: Uint8Array): string {
  return encodeBase64UrlBytes(random);
}
