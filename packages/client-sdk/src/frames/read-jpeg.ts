import { decodeBase64, SignifyError, withoutDataPrefix } from "@signify/core";

/** A JPEG as an app may have it: bytes, or base64 with or without a `data:` prefix. */
export type JpegSource = Uint8Array | ArrayBuffer | string;

/** The bytes of a JPEG. @throws SignifyError "bad-picture" when it does not begin like one. */
export function readJpeg(source: JpegSource): Uint8Array {
  const bytes = toBytes(source);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return bytes;
  throw new SignifyError(
    "bad-picture",
    "Expected a JPEG picture, as bytes or as base64; of a Blob its arrayBuffer().",
  );
}

function toBytes(source: JpegSource): Uint8Array {
  if (typeof source === "string") return fromBase64(source);
  // What is neither becomes no bytes at all.
  return ArrayBuffer.isView(source) ? source : new Uint8Array(Object(source));
}

/** Base64 as camera packages of React Native hand it out, in either alphabet. */
function fromBase64(text: string): Uint8Array {
  try {
    return decodeBase64(withoutDataPrefix(text).replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    throw new SignifyError("bad-picture", "Expected the picture as base64.");
  }
}
