/** Base64 without the `data:…,` that may stand before it. */
export function withoutDataPrefix(text: string): string {
  return text.replace(/^data:[^,]*,/, "");
}

/**
 * Base64 (RFC 4648, line breaks tolerated, padding optional) to bytes of their own.
 * @throws SyntaxError when the text is not base64; it never repeats the text.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return (native.fromBase64 ?? decodeByHand)(text);
  } catch {
    throw new SyntaxError("expected base64");
  }
}

const native = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const whole = /^([a-z\d+/]{4})*([a-z\d+/]{2}(==)?|[a-z\d+/]{3}=?)?$/i;

/** For engines that have neither `Uint8Array.fromBase64` nor, as some of React Native's, `atob`. */
export function decodeByHand(text: string): Uint8Array<ArrayBuffer> {
  const content = text.replace(/[\t\n\f\r ]/g, "");
  if (!whole.test(content)) throw new SyntaxError("expected base64");
  const digits = content.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let position = 0;
  for (let index = 0; index < digits.length; index++) {
    bits = (bits << 6) | alphabet.indexOf(digits.charAt(index));
    if (index % 4 > 0) bytes[position++] = bits >> (6 - 2 * (index % 4));
  }
  return bytes;
}

/** Bytes to base64 (RFC 4648, with padding), in engines that have no `Uint8Array.toBase64` too. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.subarray(index, index + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number) => alphabet.charAt((bits >> shift) & 63);
    text +=
      digit(18) +
      digit(12) +
      (second === undefined ? "=" : digit(6)) +
      (third === undefined ? "=" : digit(0));
  }
  return text;
}
