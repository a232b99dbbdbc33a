import { SignifyError } from "../errors.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...alphabet].map((character, value) => [character.charCodeAt(0), value]));

/**
 * Base64, with or without a `data:` prefix, to bytes. For React Native, whose camera packages hand out base64 and
 * whose engine may lack `atob`.
 * @throws SignifyError "bad-picture"
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const content = text
    .slice(text.startsWith("data:") ? text.indexOf(",") + 1 : 0)
    .replace(/[\s=]/g, "")
    .replace(/-/g, "+")
    .replace(/_/g, "/");
  const bytes = new Uint8Array(Math.floor((content.length * 3) / 4));
  let bits = 0;
  let position = 0;
  for (let index = 0; index < content.length; index++) {
    const value = values.get(content.charCodeAt(index));
    if (value === undefined) throw new SignifyError("bad-picture", "Expected the picture as base64.");
    bits = (bits << 6) | value;
    if (index % 4 === 0) continue;
    bytes[position++] = bits >> (6 - 2 * (index % 4));
  }
  return bytes;
}
