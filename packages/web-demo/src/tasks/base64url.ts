/** Text as base64url of its UTF-8 bytes, which a link can carry as it is. */
export function encodeBase64Url(text: string): string {
  return encodeBase64UrlBytes(new TextEncoder().encode(text));
}

/** The text again; `undefined` when it is not base64url of UTF-8. */
export function decodeBase64Url(encoded: string): string | undefined {
  const bytes = decodeBase64UrlBytes(encoded);
  try {
    return bytes && new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes as base64url (RFC 4648, without padding). */
export function encodeBase64UrlBytes(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The bytes again; `undefined` when it is not base64url. */
export function decodeBase64UrlBytes(encoded: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(encoded)) return undefined;
  try {
    const binary = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
